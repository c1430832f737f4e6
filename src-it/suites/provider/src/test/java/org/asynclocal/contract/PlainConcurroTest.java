package org.asynclocal.contract;

import java.util.List;

class PlainConcurroTest extends PropagationContract {
  @Override
  protected ContextRuntime open() {
    return new ConcurroRuntime(ProviderLoop.Plain::new, List.of(), List.of());
  }
}
