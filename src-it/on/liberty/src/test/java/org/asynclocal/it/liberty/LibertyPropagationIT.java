package org.asynclocal.it.liberty;

import org.asynclocal.contract.ContextRuntime;
import org.asynclocal.contract.PropagationContract;
import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.support.CountingProvider;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("The contract, in the server")
class LibertyPropagationIT extends PropagationContract {
  @Deployment
  static WebArchive war() {
    return Wars.withTests("contract", LibertyRuntime.class, CountingProvider.class)
        .addPackage(PropagationContract.class.getPackage())
        .addAsServiceProvider(ThreadContextProvider.class, CountingProvider.class);
  }

  @Override
  protected ContextRuntime open() {
    return new LibertyRuntime();
  }
}
