package org.asynclocal.examples.recording;

import java.lang.StackWalker.StackFrame;
import org.asynclocal.examples.request.RequestFilter;
import org.jspecify.annotations.Nullable;

/** Finds the line of the application that creates a resource. */
final class CreationSite {
  private static final String APPLICATION = "org.asynclocal.examples.";
  private static final String RECORDER = CreationSite.class.getPackageName() + ".";

  /** Skipped, because it is on the stack of every request. */
  private static final String FILTER = RequestFilter.class.getName();

  private CreationSite() {}

  /** Returns the innermost line of the examples on the stack; null if there is none. */
  static @Nullable String current() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .filter(frame -> frame.getLineNumber() > 0 && isOfApplication(frame))
                    .map(CreationSite::line)
                    .findFirst()
                    .orElse(null));
  }

  /** Excludes the container's client proxies, whose names begin like those of the application. */
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
