package org.asynclocal.contract;

import java.util.List;

class CarefulConcurroDoorTest extends DoorContract {
  @Override
  protected Door open() {
    return new ConcurroDoor(ProviderLoop.Careful::new, List.of(), List.of());
  }
}
