package org.asynclocal.it.transactions;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the library writes to its log while this is open. */
final class Reports extends Handler implements AutoCloseable {
  private final Logger log = Logger.getLogger("org.asynclocal");
  private final List<String> texts = new CopyOnWriteArrayList<>();

  public Reports() {
    log.addHandler(this);
  }

  List<String> of(String id) {
    return texts.stream().filter(text -> text.startsWith(id)).toList();
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
