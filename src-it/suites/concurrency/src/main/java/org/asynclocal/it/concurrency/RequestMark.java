package org.asynclocal.it.concurrency;

import jakarta.enterprise.context.RequestScoped;

/** A value in the request scope. */
@RequestScoped
public class RequestMark {
  private String value = "";

  public String value() {
    return value;
  }

  public void value(String newValue) {
    value = newValue;
  }
}
