package org.asynclocal.server;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Decides what happens if tasks of the kit's executors still work in the method's transaction when
 * it is to end.
 *
 * <pre>{@code
 * @Transactional
 * @UnfinishedTasks(UnfinishedTasks.Choice.WAIT)
 * public void place(Order order) {
 *   executor.runAsync(() -> stock.reserve(order));
 * }
 * }</pre>
 *
 * <p>At the injection point of a {@code ManagedExecutor} or {@code ThreadContext} it is the choice
 * for that one's tasks, in every transaction in which no method has chosen:
 *
 * <pre>{@code
 * @Inject
 * @UnfinishedTasks(UnfinishedTasks.Choice.ROLL_BACK)
 * ManagedExecutor executor;
 * }</pre>
 *
 * With {@link Choice#WAIT} there, it is the outermost {@code @Transactional} method that waits. A
 * container's own commit can't: it reports them, unless the session bean's method is annotated.
 *
 * <p>Only tasks that have begun count. One that still waits for a thread is never waited for, since
 * the thread may be this one; it is refused when it begins after the end (ASYNCLOCAL-107).
 *
 * <p>Beans, and Jakarta Enterprise Beans. An annotation on the method replaces one on the class.
 * Runs inside {@code @Transactional} and inside a container-managed transaction; without a
 * transaction it does nothing. A method that joins a transaction makes the choice for all of it;
 * the last such method that was called counts.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE, ElementType.FIELD, ElementType.PARAMETER})
public @interface UnfinishedTasks {
  /**
   * The choice.
   *
   * @return what happens
   */
  @Nonbinding
  Choice value();

  /**
   * The longest that {@link Choice#WAIT} waits. A server's own transaction timeout goes on
   * counting.
   *
   * @return a positive number of seconds
   */
  @Nonbinding
  int timeoutSeconds() default 30;

  /** The choices for unfinished tasks. */
  enum Choice {
    /** The transaction ends as it would, and the tasks are reported (ASYNCLOCAL-108). */
    REPORT,

    /**
     * The tasks are waited for before the method returns, normally or with an exception; if the
     * method is {@code @Transactional} and returns a stage, before that is complete. If it takes
     * too long or the thread is interrupted, the transaction is rolled back and the caller gets an
     * {@link IllegalStateException} (ASYNCLOCAL-153), suppressed if the method has failed already.
     */
    WAIT,

    /** The transaction is rolled back instead of committed (ASYNCLOCAL-152). */
    ROLL_BACK
  }
}
