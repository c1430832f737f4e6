package org.asynclocal.internal.bridge;

import java.util.Map;
import java.util.StringJoiner;
import java.util.logging.ErrorManager;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.CurrentContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts storages in front of each message that a thread logs with {@code java.util.logging}, which
 * has no mapped diagnostic context. It is the first handler of the root logger, so that the others
 * are handed the message with its prefix: servers format it later, on a thread of the log's own.
 */
final class LogPrefix extends Handler {
  /** A bracket in a value could end the prefix and forge another message. */
  private static final Pattern BRACKET = Pattern.compile("[\\[\\]]");

  private final Logger root = Logger.getLogger("");
  private final Formatter formatter = new SimpleFormatter();
  private final LogText texts = new LogText();
  private final Map<String, String> keys;

  /**
   * @param keys the keys by the name of the storage that shows under them
   */
  LogPrefix(Map<String, String> keys) {
    this.keys = Map.copyOf(keys);
  }

  /** Returns whether the log manager has a mapped diagnostic context of its own. */
  static boolean isNeedless() {
    return LogManager.getLogManager().getClass().getName().startsWith("org.jboss.logmanager.");
  }

  /**
   * Goes in front of the handlers that are there. Each of them is added again before it is removed,
   * so that none misses a record; one that is logged in that moment may be written twice.
   */
  void install() {
    Handler[] others = root.getHandlers();
    root.addHandler(this);
    for (Handler other : others) {
      root.addHandler(other);
      root.removeHandler(other);
    }
  }

  @Override
  public void publish(LogRecord record) {
    String prefix = prefix(CurrentContext.current());
    if (prefix == null) {
      return;
    }
    try {
      record.setMessage(
          prefix + (record.getMessage() == null ? "" : formatter.formatMessage(record)));
      record.setParameters(null);
    } catch (RuntimeException thrown) { // the application's log statement goes on
      reportError(null, thrown, ErrorManager.FORMAT_FAILURE);
    }
  }

  private @Nullable String prefix(@Nullable ContextFrame frame) {
    if (frame == null) {
      return null;
    }
    StringJoiner shown = new StringJoiner(" ", "[", "] ").setEmptyValue("");
    keys.forEach(
        (storage, key) -> {
          String text = texts.of(storage, ContextFrame.get(frame, storage));
          if (text != null) {
            shown.add(key + "=" + BRACKET.matcher(text).replaceAll("_"));
          }
        });
    String prefix = shown.toString();
    return prefix.isEmpty() ? null : prefix;
  }

  @Override
  public void flush() {}

  /** Leaves the root logger as it was. */
  @Override
  public void close() {
    root.removeHandler(this);
  }
}
