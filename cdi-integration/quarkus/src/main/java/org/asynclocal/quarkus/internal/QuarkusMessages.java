package org.asynclocal.quarkus.internal;

import org.asynclocal.internal.config.Message;

/** The messages on Quarkus. Each id has its section in the troubleshooting guide. */
final class QuarkusMessages {
  static final Message SHARED_THREAD =
      new Message(
          "ASYNCLOCAL-060",
          "enterWith was called outside a request on thread '%s', a Vert.x thread without a"
              + " duplicated context, where other requests would see the value.",
          "Use run or withScope there, or call it where a duplicated context is current.");

  static final Message UNKNOWN_EVENT_BUS =
      new Message(
          "ASYNCLOCAL-061",
          "This version of Vert.x has another event bus than the library knows, so event-bus"
              + " consumers do not see the stores of the sender.",
          "Use a version of Quarkus that the library is tested with.");

  private QuarkusMessages() {}
}
