package org.asynclocal.server;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one executor or thread context is to do.
 *
 * @param place where it is configured, for people
 * @param propagated context types
 * @param cleared context types
 * @param unchanged context types; none for an executor
 * @param maxAsync how many tasks run at once, -1 for no bound; of no meaning to a thread context
 * @param maxQueued how many tasks wait, -1 for no bound; of no meaning to a thread context
 * @param unfinished what its tasks meet at the end of their transaction
 */
record Plan(
    String place,
    List<String> propagated,
    List<String> cleared,
    List<String> unchanged,
    int maxAsync,
    int maxQueued,
    UnfinishedRule unfinished) {

  /**
   * The types that nothing carries: misspelled, mostly, and then meant to be carried or cleared.
   */
  Set<String> typesOutside(Set<String> known) {
    Set<String> unknown = new TreeSet<>();
    unknown.addAll(propagated);
    unknown.addAll(cleared);
    unknown.addAll(unchanged);
    unknown.removeAll(known);
    return unknown;
  }
}
