package org.asynclocal.it.quarkus.handoff;

import jakarta.enterprise.context.RequestScoped;

/** A value of the request scope. */
@RequestScoped
public class Visit {
  private volatile String value = "nothing";

  /** The value that was set in this request. */
  public String value() {
    return value;
  }

  /** Sets the value. */
  public void value(String set) {
    value = set;
  }
}
