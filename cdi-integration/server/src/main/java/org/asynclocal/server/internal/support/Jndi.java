package org.asynclocal.server.internal.support;

import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The server's names, as the current thread sees them. */
public final class Jndi {
  private Jndi() {}

  /** Returns the object bound to the name, or the exception that says why there is none. */
  @SuppressWarnings("BanJNDI") // the names are our constants or the deployer's own configuration
  public static Object lookup(String name) {
    try {
      return new InitialContext().lookup(name);
    } catch (NamingException e) {
      return e;
    }
  }
}
