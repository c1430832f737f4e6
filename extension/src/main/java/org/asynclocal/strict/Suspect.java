package org.asynclocal.strict;

import java.util.List;

/** Determines from the stack of a thread without context how the work got there. */
final class Suspect {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture$Async";
  private static final String FORK_JOIN = "java.util.concurrent.ForkJoin";
  private static final String POOL = "java.util.concurrent.ThreadPoolExecutor$Worker";
  private static final List<String> SERVER_TASKS =
      List.of(
          "org.glassfish.enterprise.concurrent.",
          "org.glassfish.concurro.",
          "org.jboss.as.ee.concurrent.");

  private Suspect() {}

  static Mistake of(List<StackTraceElement> stack) {
    if (anyStartsWith(stack, SERVER_TASKS)) {
      return Mistake.OUTSIDE_COMPONENT;
    }
    if (anyStartsWith(stack, List.of(FUTURE)) && !anyStartsWith(stack, List.of(POOL))) {
      return Mistake.FUTURE_WITHOUT_EXECUTOR;
    }
    if (anyStartsWith(stack, List.of(POOL, FORK_JOIN))) {
      return Mistake.FOREIGN_POOL;
    }
    return isStartedByHand(stack) ? Mistake.BARE_THREAD : Mistake.NEVER_BOUND;
  }

  /** A thread whose first work is not the JDK's: a task, or a class that extends Thread. */
  private static boolean isStartedByHand(List<StackTraceElement> stack) {
    int last = stack.size() - 1;
    if (last < 0) {
      return false;
    }
    StackTraceElement first = stack.get(last);
    boolean isMain = first.getMethodName().equals("main");
    boolean isRun = first.getMethodName().equals("run");
    return !isMain && isRun;
  }

  private static boolean anyStartsWith(List<StackTraceElement> stack, List<String> prefixes) {
    return stack.stream()
        .map(StackTraceElement::getClassName)
        .anyMatch(type -> prefixes.stream().anyMatch(type::startsWith));
  }
}
