package org.asynclocal.server.internal.config;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.transaction.UnfinishedTaskPolicy;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * The specification of one executor or thread context.
 *
 * @param place where it is configured, for people
 * @param propagated context types
 * @param cleared context types
 * @param unchanged context types; none for an executor
 * @param maxAsync how many tasks run at once, -1 for no bound; of no meaning to a thread context
 * @param maxQueued how many tasks wait, -1 for no bound; of no meaning to a thread context
 * @param unfinished what its tasks meet at the end of their transaction
 */
public record ExecutorSpec(
    String place,
    List<String> propagated,
    List<String> cleared,
    List<String> unchanged,
    int maxAsync,
    int maxQueued,
    UnfinishedTaskPolicy unfinished) {

  /**
   * The types that nothing carries: misspelled, mostly, and then meant to be carried or cleared.
   */
  public Set<String> typesOutside(Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    unknown.addAll(propagated);
    unknown.addAll(cleared);
    unknown.addAll(unchanged);
    unknown.removeAll(known);
    return unknown;
  }

  /** Returns whether the context type is propagated to the tasks. */
  public boolean propagates(String type) {
    return propagated.contains(type)
        || (propagated.contains(ThreadContext.ALL_REMAINING)
            && !cleared.contains(type)
            && !unchanged.contains(type));
  }

  /**
   * Rejects invalid bounds.
   *
   * @throws IllegalStateException with the message for the user
   */
  public void checkBounds() {
    checkBound("maxAsync", maxAsync);
    checkBound("maxQueued", maxQueued);
  }

  private void checkBound(String name, int bound) {
    if (bound == 0 || bound < -1) {
      throw refused(name + " is " + bound + ", which is neither -1 nor positive.");
    }
  }

  /** Returns the exception that tells the user why the specification cannot be met. */
  public IllegalStateException refused(String reason) {
    return new IllegalStateException(ServerMessages.BAD_CONFIGURATION.text(place, reason));
  }
}
