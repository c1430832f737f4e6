package org.asynclocal.it.wildfly;

import org.asynclocal.it.transactions.SessionBeanContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("On WildFly, session beans")
class SessionBeanIT extends SessionBeanContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-ejb");
  }

  @Override
  protected @Nullable String flowInAsynchronous() {
    return null;
  }
}
