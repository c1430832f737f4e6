package org.asynclocal.contract;

import org.asynclocal.microprofile.AsyncLocalContextProvider;

class MicroProfileProviderTest extends ProviderContract {
  @Override
  protected ContextType provider() {
    return new MicroProfileType(new AsyncLocalContextProvider());
  }
}
