package org.asynclocal.server;

import java.lang.StackWalker.StackFrame;
import java.time.Duration;
import java.util.List;

/** A task at work in a transaction. Its mutable part is guarded by the transaction's tasks. */
final class TransactionTask {
  private static final StackWalker STACK = StackWalker.getInstance();

  /** What lies between the application and the capture. */
  private static final List<String> MACHINERY =
      List.of(
          "java.",
          "jdk.",
          "jakarta.",
          "io.smallrye.",
          "org.asynclocal.server.",
          "org.eclipse.microprofile.",
          "org.jboss.");

  private final Thread thread;
  private final String origin;
  private final UnfinishedRule rule;
  private final long begun = System.nanoTime();
  private boolean reported;

  TransactionTask(Thread thread, String origin, UnfinishedRule rule) {
    this.thread = thread;
    this.origin = origin;
    this.rule = rule;
  }

  /** The place in the application that is handing a task over. */
  static String origin() {
    return STACK.walk(
        frames ->
            frames
                .filter(TransactionTask::isApplication)
                .findFirst()
                .map(frame -> frame.toStackTraceElement().toString())
                .orElse("an unknown place"));
  }

  private static boolean isApplication(StackFrame frame) {
    String name = frame.getClassName();
    return MACHINERY.stream().noneMatch(name::startsWith) && !name.contains("$$_Weld");
  }

  UnfinishedRule rule() {
    return rule;
  }

  boolean isOn(Thread other) {
    return thread == other;
  }

  /** Marks the task as told of; false if it was before. */
  boolean report() {
    boolean first = !reported;
    reported = true;
    return first;
  }

  @Override
  public String toString() {
    return "the task on thread '"
        + thread.getName()
        + "', handed over at "
        + origin
        + ", at work for "
        + Duration.ofNanos(System.nanoTime() - begun).toMillis()
        + " ms";
  }
}
