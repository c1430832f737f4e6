package org.asynclocal.internal.bridge;

import org.asynclocal.internal.config.Message;
import org.asynclocal.internal.config.Setting;

/** The bridges' messages. Each id has its section in the troubleshooting guide. */
final class BridgeMessages {
  static final Message NO_MDC =
      new Message(
          "ASYNCLOCAL-072",
          "'" + Setting.MDC.key() + "' names storages, but there is no SLF4J and no JBoss Logging.",
          "Add one of them to the application, or remove the key; '"
              + Setting.MDC_JUL.key()
              + "' shows them with java.util.logging too.");

  static final Message NO_TEXT =
      new Message(
          "ASYNCLOCAL-073",
          "The value of storage '%s' could not be shown in the log: it threw.",
          "Correct its toString; the stack trace shows where. This is reported once for a"
              + " storage.");

  static final Message NO_BAGGAGE =
      new Message(
          "ASYNCLOCAL-074",
          "'%s' or '%s' names storages, but there is no OpenTelemetry API: none is sent or accepted."
              .formatted(Setting.BAGGAGE_SEND.key(), Setting.BAGGAGE_ACCEPT.key()),
          "Add io.opentelemetry:opentelemetry-api to the application, or remove the keys.");

  static final Message VALUE_TOO_LONG =
      new Message(
          "ASYNCLOCAL-075",
          "The value of storage '%s' was not sent: it has %s characters; the limit is %s.",
          "Send less, or raise '"
              + Setting.BAGGAGE_MAX_LENGTH.key()
              + "' on both sides. This is reported once for a storage.");

  static final Message VALUE_NOT_PLAIN =
      new Message(
          "ASYNCLOCAL-078",
          "The value of storage '%s' was not sent: it has control characters, line separators or"
              + " half of a surrogate pair, which receivers refuse.",
          "Keep such text in storages that are not sent. This is reported once for a storage.");

  static final Message HEADER_TOO_LONG =
      new Message(
          "ASYNCLOCAL-076",
          "No storage was sent: the header 'baggage' would have more than %s characters.",
          "Send fewer or shorter values. This is reported once.");

  static final Message NEEDLESS_PREFIX =
      new Message(
          "ASYNCLOCAL-077",
          "'"
              + Setting.MDC_JUL.key()
              + "' does nothing here: JBoss LogManager has an MDC, which all lines can show.",
          "Remove the key, and name the MDC's keys in the log's pattern, as in %X{requestId}.");

  private BridgeMessages() {}
}
