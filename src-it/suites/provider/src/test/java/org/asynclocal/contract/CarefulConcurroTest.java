package org.asynclocal.contract;

import java.util.List;

class CarefulConcurroTest extends PropagationContract {
  @Override
  protected ContextRuntime open() {
    return new ConcurroRuntime(ProviderLoop.Careful::new, List.of(), List.of());
  }
}
