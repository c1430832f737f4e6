package org.asynclocal.contract;

class SmallRyeTest extends PropagationContract {
  @Override
  protected ContextRuntime open() {
    return new SmallRyeRuntime();
  }
}
