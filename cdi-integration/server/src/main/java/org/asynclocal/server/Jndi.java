package org.asynclocal.server;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's names, as the current thread sees them. */
final class Jndi {
  private Jndi() {}

  /** What is bound to the name, or the exception that says why nothing is. */
  @SuppressWarnings("BanJNDI") // the names are our constants or the deployer's own configuration
  static Object lookup(String name) {
    try {
      return new InitialContext().lookup(name);
    } catch (NamingException e) {
      return e;
    }
  }
}
