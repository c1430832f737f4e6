package org.asynclocal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records the library's log messages while it is open. */
public final class Reports extends Handler implements AutoCloseable {
  private final Logger logger = Logger.getLogger("org.asynclocal");
  private final boolean parents = logger.getUseParentHandlers();
  private final List<String> messages = new CopyOnWriteArrayList<>();

  public Reports() {
    logger.addHandler(this);
    logger.setUseParentHandlers(false);
  }

  public List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord message) {
    messages.add(message.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(parents);
  }
}
