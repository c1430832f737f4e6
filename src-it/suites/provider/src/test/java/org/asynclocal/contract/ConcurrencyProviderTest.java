package org.asynclocal.contract;

import org.asynclocal.concurrency.AsyncLocalContextProvider;

class ConcurrencyProviderTest extends ProviderContract {
  @Override
  protected ContextType provider() {
    return new ConcurrencyType(new AsyncLocalContextProvider());
  }
}
