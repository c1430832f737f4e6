package org.asynclocal.it.wildfly;

import org.asynclocal.it.transactions.OverlapContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("On WildFly, a caller beside its own task")
class OverlapIT extends OverlapContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-overlap");
  }
}
