package org.asynclocal.contract;

class SmallRyeDoorTest extends DoorContract {
  @Override
  protected Door open() {
    return new SmallRyeDoor();
  }
}
