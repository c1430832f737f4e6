package org.asynclocal.it.wildfly;

import org.asynclocal.it.transactions.TransactionLocalStorageContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("On WildFly, a value that lives with the transaction")
class TransactionLocalStorageIT extends TransactionLocalStorageContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-storage");
  }
}
