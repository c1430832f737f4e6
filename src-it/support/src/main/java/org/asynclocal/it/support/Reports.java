package org.asynclocal.it.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Records the library's log messages while it is open. */
public final class Reports extends Handler implements AutoCloseable {
  private final Logger log = Logger.getLogger("org.asynclocal");
  private final List<String> messages = new CopyOnWriteArrayList<>();

  public Reports() {
    log.addHandler(this);
  }

  public List<String> messages() {
    return messages;
  }

  /** Returns the messages whose id begins like this. */
  public List<String> of(String id) {
    return messages.stream().filter(message -> message.startsWith(id)).toList();
  }

  @Override
  public void publish(LogRecord message) {
    messages.add(message.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
  }
}
