package org.asynclocal.agent;

/**
 * Writes the agent's messages to standard error: a server with a log manager of its own does not
 * start if anything logs before it.
 */
final class Report {
  private Report() {}

  static void line(String text) {
    System.err.println("AsyncLocal agent: " + text);
  }
}
