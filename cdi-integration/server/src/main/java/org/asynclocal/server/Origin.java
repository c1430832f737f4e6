package org.asynclocal.server;

import java.lang.StackWalker.StackFrame;
import org.jspecify.annotations.Nullable;

/**
 * The place in the application that handed a task over. It is looked for with each task that is
 * handed over in a transaction, and put into words for a report only: a frame's text costs more
 * than the frame.
 */
final class Origin {
  static final Origin UNKNOWN = new Origin(null);

  private static final StackWalker STACK = StackWalker.getInstance();

  /** What lies between the application and the capture. */
  private static final String[] MACHINERY = {
    "java.",
    "jdk.",
    "jakarta.",
    "io.smallrye.",
    "org.asynclocal.server.",
    "org.eclipse.microprofile.",
    "org.jboss."
  };

  private final @Nullable StackFrame frame;

  private Origin(@Nullable StackFrame frame) {
    this.frame = frame;
  }

  /** Where this thread is now. */
  static Origin here() {
    return STACK.walk(
        frames ->
            frames.filter(Origin::isApplication).findFirst().map(Origin::new).orElse(UNKNOWN));
  }

  private static boolean isApplication(StackFrame frame) {
    String name = frame.getClassName();
    for (String machinery : MACHINERY) {
      if (name.startsWith(machinery)) {
        return false;
      }
    }
    return !name.contains("$$_Weld");
  }

  @Override
  public String toString() {
    return frame == null ? "an unknown place" : frame.toStackTraceElement().toString();
  }
}
