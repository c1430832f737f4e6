package org.asynclocal.it.wildfly;

import org.asynclocal.it.transactions.ExecutorChoiceContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("On WildFly, an executor's choice for unfinished tasks")
class ExecutorChoiceIT extends ExecutorChoiceContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-choice");
  }
}
