package org.asynclocal.it.transactions;

import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("Many transactions at once")
class StressIT extends StressContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-stress");
  }
}
