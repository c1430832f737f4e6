package org.asynclocal.agent.hub;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One copy of the library, held weakly: the copy holds its registration itself, so that an
 * undeployed application is collected.
 *
 * <p>A registration is an array of JDK types, in this order: the operations {@code capture}, {@code
 * begin}, {@code end} and {@code seed}, the thread local that {@code seed} gives a value for,
 * whether {@code started} is to be called on a new thread, and that operation.
 */
final class Copy extends WeakReference<Object[]> {
  private static final int CAPTURE = 0;
  private static final int BEGIN = 1;
  private static final int END = 2;
  private static final int SEED = 3;
  private static final int LOCAL = 4;
  private static final int IS_TOLD = 5;
  private static final int STARTED = 6;

  Copy(Object[] registration) {
    super(registration);
  }

  @Nullable Object capture(@Nullable String type) {
    Object[] registration = get();
    return registration == null ? null : operation(registration, CAPTURE).apply(type);
  }

  @Nullable Object begin(@Nullable Object captured) {
    Object[] registration = get();
    return registration == null ? null : operation(registration, BEGIN).apply(captured);
  }

  @SuppressWarnings("unchecked") // what a copy of this protocol registers
  void end(Object token) {
    Object[] registration = get();
    if (registration != null) {
      ((Consumer<Object>) registration[END]).accept(token);
    }
  }

  void seed(Thread thread, Object captured) {
    Object[] registration = get();
    if (registration != null) {
      Object content = operation(registration, SEED).apply(captured);
      if (content != null) {
        ThreadLocals.set(thread, (ThreadLocal<?>) registration[LOCAL], content);
      }
    }
  }

  @SuppressWarnings("unchecked") // what a copy of this protocol registers
  boolean isToldOfStart(Object captured) {
    Object[] registration = get();
    return registration != null && ((Predicate<Object>) registration[IS_TOLD]).test(captured);
  }

  @Nullable Object started(Object captured) {
    Object[] registration = get();
    return registration == null ? null : operation(registration, STARTED).apply(captured);
  }

  @SuppressWarnings("unchecked") // what a copy of this protocol registers
  private static UnaryOperator<@Nullable Object> operation(Object[] registration, int which) {
    return (UnaryOperator<@Nullable Object>) registration[which];
  }
}
