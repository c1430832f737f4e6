package org.asynclocal.agent.hub;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Looks at the stack of a handoff that may last long: what a class initializer, the JDK itself or
 * an excluded class starts serves everybody, and carries nothing.
 */
final class Site implements Function<Stream<StackFrame>, Boolean> {
  private static final Site SITE = new Site();
  private static final StackWalker WALKER = StackWalker.getInstance();

  /** Prefixes of the classes or methods whose long-lived threads and timers have no store. */
  private static volatile String[] excluded = {};

  private Site() {}

  static void exclude(String[] prefixes) {
    excluded = prefixes;
  }

  /** Returns whether what the current stack starts carries what is captured. */
  static boolean carries() {
    return WALKER.walk(SITE);
  }

  @Override
  public Boolean apply(Stream<StackFrame> frames) {
    boolean starterFound = false;
    for (Iterator<StackFrame> rest = frames.iterator(); rest.hasNext(); ) {
      StackFrame frame = rest.next();
      String type = frame.getClassName();
      String method = frame.getMethodName();
      if (method.equals("<clinit>") || isWorkerOfPool(type, method)) {
        return false;
      }
      // The starter alone: a server's excluded pool is beneath everything that a request starts.
      if (!starterFound && !type.startsWith("java.")) {
        starterFound = true;
        if (type.startsWith("sun.") || type.startsWith("jdk.") || isExcluded(type, method)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWorkerOfPool(String type, String method) {
    return method.equals("addWorker") && type.equals("java.util.concurrent.ThreadPoolExecutor");
  }

  private static boolean isExcluded(String type, String method) {
    for (String prefix : excluded) {
      if (type.startsWith(prefix) || isMethod(prefix, type, method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns whether an exclusion names the class, a dot, and what the method's name begins with.
   */
  private static boolean isMethod(String excluded, String type, String method) {
    int rest = excluded.length() - type.length() - 1;
    return rest > 0
        && excluded.startsWith(type)
        && excluded.charAt(type.length()) == '.'
        && method.regionMatches(0, excluded, type.length() + 1, rest);
  }
}
