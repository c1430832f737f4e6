package org.asynclocal.it.wildfly;

import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.transactions.Unit;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the transaction tests. */
final class TransactionWars {
  private TransactionWars() {}

  static WebArchive named(String name) {
    return Wars.withTests(name, TransactionWars.class).addPackage(Unit.class.getPackage());
  }
}
