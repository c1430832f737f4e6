package org.asynclocal.it.liberty;

import org.asynclocal.contract.Door;
import org.asynclocal.contract.DoorContract;
import org.asynclocal.it.kit.Wars;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("The contract, in the server")
class LibertyDoorIT extends DoorContract {
  @Deployment
  static WebArchive war() {
    return Wars.withTests("contract", LibertyDoor.class, LibertyDoor.Counter.class)
        .addPackage(DoorContract.class.getPackage())
        .addAsServiceProvider(ThreadContextProvider.class, LibertyDoor.Counter.class);
  }

  @Override
  protected Door open() {
    return new LibertyDoor();
  }
}
