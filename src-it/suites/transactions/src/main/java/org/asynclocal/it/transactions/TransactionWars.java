package org.asynclocal.it.transactions;

import org.asynclocal.it.kit.Wars;
import org.asynclocal.it.support.Reports;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** The application of the transaction tests. */
public final class TransactionWars {
  private TransactionWars() {}

  /** A WAR with the kit and these tests' beans. */
  public static WebArchive named(String name) {
    return Wars.withTests(name, Reports.class).addPackage(Unit.class.getPackage());
  }
}
