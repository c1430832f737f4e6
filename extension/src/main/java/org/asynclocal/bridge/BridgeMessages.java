package org.asynclocal.bridge;

import org.asynclocal.internal.Message;
import org.asynclocal.internal.Setting;

/** The bridges' messages. Each id has its section in the troubleshooting guide. */
final class BridgeMessages {
  static final Message NO_MDC =
      new Message(
          "ASYNCLOCAL-072",
          "'" + Setting.MDC.key() + "' names storages, but there is no SLF4J and no JBoss Logging.",
          "Add one of them to the application, or remove the key.");

  static final Message NO_TEXT =
      new Message(
          "ASYNCLOCAL-073",
          "The value of storage '%s' could not be shown in the log: it threw.",
          "Correct its toString; the stack trace shows where. This is reported once for a"
              + " storage.");

  private BridgeMessages() {}
}
