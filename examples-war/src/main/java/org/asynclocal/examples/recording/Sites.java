package org.asynclocal.examples.recording;

import java.lang.StackWalker.StackFrame;
import org.asynclocal.examples.request.RequestFilter;
import org.jspecify.annotations.Nullable;

/** Finds the line of the application that creates a resource. */
final class Sites {
  private static final String APPLICATION = "org.asynclocal.examples.";
  private static final String RECORDER = Sites.class.getPackageName() + ".";

  /** On every request's stack, whatever the server does inside. */
  private static final String FILTER = RequestFilter.class.getName();

  private Sites() {}

  /** The innermost line of the examples on the stack; null if there is none. */
  static @Nullable String current() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getLineNumber() > 0 && isOfApplication(frame))
                    .map(Sites::line)
                    .findFirst()
                    .orElse(null));
  }

  /** Client proxies are the container's, though they are named like ours. */
  private static boolean isOfApplication(StackFrame frame) {
    String name = frame.getClassName();
    return name.startsWith(APPLICATION)
        && !name.startsWith(RECORDER)
        && !name.startsWith(FILTER)
        && !name.contains("$Proxy$")
        && !name.contains("_$$_");
  }

  private static String line(StackFrame frame) {
    String className = frame.getClassName();
    String simpleName = className.substring(className.lastIndexOf('.') + 1);
    return simpleName + " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")";
  }
}
