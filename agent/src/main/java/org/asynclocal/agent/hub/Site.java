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

  /** Beginnings of the names of classes that carry nothing in what lasts long. */
  private static volatile String[] excluded = {};

  private Site() {}

  static void exclude(String[] prefixes) {
    excluded = prefixes;
  }

  /** Whether what the current stack starts carries what is captured. */
  static boolean carries() {
    return WALKER.walk(SITE);
  }

  @Override
  public Boolean apply(Stream<StackFrame> frames) {
    boolean direct = true;
    String[] prefixes = excluded;
    for (Iterator<StackFrame> rest = frames.iterator(); rest.hasNext(); ) {
      StackFrame frame = rest.next();
      String type = frame.getClassName();
      String method = frame.getMethodName();
      if (method.equals("<clinit>") || isWorkerOfPool(type, method) || startsWith(type, prefixes)) {
        return false;
      }
      if (direct && !type.startsWith("java.")) {
        direct = false;
        if (type.startsWith("sun.") || type.startsWith("jdk.")) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isWorkerOfPool(String type, String method) {
    return method.equals("addWorker") && type.equals("java.util.concurrent.ThreadPoolExecutor");
  }

  private static boolean startsWith(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
