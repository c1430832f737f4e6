package org.asynclocal.server.internal.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library writes to its log while this is open. */
public final class Reports extends Handler {
  private final Logger log = Logger.getLogger("org.asynclocal");
  private final List<String> texts = new CopyOnWriteArrayList<>();

  public Reports() {
    log.addHandler(this);
  }

  public List<String> texts() {
    return texts;
  }

  @Override
  public void publish(LogRecord entry) {
    texts.add(entry.getMessage());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
  }
}
