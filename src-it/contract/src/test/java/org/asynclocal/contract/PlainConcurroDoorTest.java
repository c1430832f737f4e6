package org.asynclocal.contract;

import java.util.List;

class PlainConcurroDoorTest extends DoorContract {
  @Override
  protected Door open() {
    return new ConcurroDoor(ProviderLoop.Plain::new, List.of(), List.of());
  }
}
