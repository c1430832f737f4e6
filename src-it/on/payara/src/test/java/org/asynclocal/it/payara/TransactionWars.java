package org.asynclocal.it.payara;

import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.transactions.Unit;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the transaction tests. */
final class TransactionWars {
  private TransactionWars() {}

  static WebArchive named(String name) {
    return Wars.withTests(name, TransactionWars.class).addPackage(Unit.class.getPackage());
  }

  /** The same, with its rows where they take part by XA. */
  static WebArchive xa(String name) {
    return named(name).addClass(XaDatabase.class);
  }
}
