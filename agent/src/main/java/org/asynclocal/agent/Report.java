package org.asynclocal.agent;

/**
 * What the agent says, on standard error: a server with a log manager of its own does not start if
 * anything logs before it.
 */
final class Report {
  private Report() {}

  static void line(String text) {
    System.err.println("AsyncLocal agent: " + text);
  }
}
