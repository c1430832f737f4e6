package org.asynclocal.quarkus.internal;

import org.asynclocal.internal.config.Message;

/** The messages on Quarkus. Each id has its section in the troubleshooting guide. */
final class QuarkusMessages {
  static final Message NOBODYS_THREAD =
      new Message(
          "ASYNCLOCAL-060",
          "enterWith was called on thread '%s' outside of a request: on a Vert.x thread without a"
              + " duplicated context the value would be seen by other requests.",
          "Use run or withScope there, or call it in work that has a duplicated context of its"
              + " own.");

  private QuarkusMessages() {}
}
