package org.asynclocal.it.payara;

import org.asynclocal.it.transactions.ScheduleContract;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;

@ArquillianTest
@DisplayName("On Payara, a method with @Schedule")
class ScheduleIT extends ScheduleContract {
  @Deployment
  static WebArchive war() {
    return TransactionWars.named("transaction-schedule");
  }
}
