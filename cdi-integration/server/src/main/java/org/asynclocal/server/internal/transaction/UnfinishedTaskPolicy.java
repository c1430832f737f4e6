package org.asynclocal.server.internal.transaction;

import java.time.Duration;
import java.util.Objects;
import org.asynclocal.server.UnfinishedTasks;
import org.jspecify.annotations.Nullable;

/**
 * The policy for tasks of an executor that are unfinished when their transaction ends.
 *
 * @param choice what happens
 * @param bound how long it is waited for them, where that is the choice
 */
public record UnfinishedTaskPolicy(UnfinishedTasks.Choice choice, Duration bound) {
  /** Where nothing is chosen. */
  public static final UnfinishedTaskPolicy REPORT =
      new UnfinishedTaskPolicy(UnfinishedTasks.Choice.REPORT, Duration.ZERO);

  public static UnfinishedTaskPolicy of(@Nullable UnfinishedTasks chosen) {
    return chosen == null
        ? REPORT
        : new UnfinishedTaskPolicy(chosen.value(), Duration.ofSeconds(chosen.timeoutSeconds()));
  }

  public boolean waits() {
    return choice == UnfinishedTasks.Choice.WAIT;
  }

  /**
   * Written out, as is the hash code: the ones that a record is given leave the application's class
   * loader in a cache of JDK 17, which outlives the application.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnfinishedTaskPolicy rule
        && choice == rule.choice
        && bound.equals(rule.bound);
  }

  @Override
  public int hashCode() {
    return Objects.hash(choice, bound);
  }
}
