package org.asynclocal.server.internal.support;

import java.lang.StackWalker.StackFrame;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The place in the application that handed a task over, for a report.
 *
 * <p>To look for it is most of what a transaction would add to a handoff, so it is looked for once
 * for each lambda expression, whose class is its own: a lambda counts as handed over where its
 * first one was. All other tasks are looked for each time.
 */
public final class SubmissionSite {
  public static final SubmissionSite UNKNOWN = new SubmissionSite("an unknown place");

  private static final StackWalker STACK = StackWalker.getInstance();

  /** As text, which leads to no class, and by classes that may be unloaded. */
  private static final Map<Class<?>, SubmissionSite> LAMBDAS =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The class of the task that the thread is handing over. */
  private static final ThreadLocal<@Nullable Class<?>> TASK = new ThreadLocal<>();

  /** The packages between the application and the capture on the stack. */
  private static final String[] MACHINERY = {
    "java.",
    "jdk.",
    "jakarta.",
    "io.smallrye.",
    "org.asynclocal.server.",
    "org.eclipse.microprofile.",
    "org.jboss."
  };

  private final Object place;

  /**
   * @param place a text, or the frame to make one of when there is a report: that costs more than
   *     the frame
   */
  private SubmissionSite(Object place) {
    this.place = place;
  }

  /** Captures the thread's context for the task. */
  public static <R> R of(Object task, Supplier<R> capture) {
    TASK.set(task.getClass());
    try {
      return capture.get();
    } finally {
      TASK.remove();
    }
  }

  /** Where this thread is now, or where the first task of its lambda was. */
  public static SubmissionSite here() {
    Class<?> task = TASK.get();
    if (task == null || !task.isHidden()) {
      return found();
    }
    SubmissionSite known = LAMBDAS.get(task);
    if (known == null) {
      known = new SubmissionSite(found().toString());
      LAMBDAS.put(task, known);
    }
    return known;
  }

  private static SubmissionSite found() {
    return STACK.walk(
        frames ->
            frames
                .filter(SubmissionSite::isApplication)
                .findFirst()
                .map(SubmissionSite::new)
                .orElse(UNKNOWN));
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
    return place instanceof StackFrame frame
        ? frame.toStackTraceElement().toString()
        : place.toString();
  }
}
