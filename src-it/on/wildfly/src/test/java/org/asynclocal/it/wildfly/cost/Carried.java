package org.asynclocal.it.wildfly.cost;

/** The contexts that the kit's executor propagates; each constant adds one to those before it. */
enum Carried {
  /** All contexts are cleared. */
  NOTHING("null anonymous 6"),
  /** The scopes of the servlet's request. */
  CDI("null anonymous 6"),
  STORE("a anonymous 6"),
  IDENTITY("a alice 6"),
  TRANSACTION("a alice 0");

  private final String seen;

  Carried(String seen) {
    this.seen = seen;
  }

  /** The store, the user and the transaction's status in the task. */
  String seen() {
    return seen;
  }
}
