package org.asynclocal.server;

import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * A provider with its place in the order in which contexts begin.
 *
 * <p>SmallRye keeps the providers of one configuration in a {@code HashSet} and begins them in its
 * order, which for small different hash codes is their order: the rank is the hash code.
 */
final class RankedProvider implements ThreadContextProvider {
  private final int rank;
  private final ThreadContextProvider provider;

  RankedProvider(int rank, ThreadContextProvider provider) {
    this.rank = rank;
    this.provider = provider;
  }

  /** The same, where it carries transactions with another rule for unfinished tasks. */
  static ThreadContextProvider with(UnfinishedRule rule, ThreadContextProvider provider) {
    return provider instanceof RankedProvider ranked
            && ranked.provider instanceof TransactionProvider transactions
        ? new RankedProvider(ranked.rank, transactions.with(rule))
        : provider;
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    return provider.currentContext(props);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return provider.clearedContext(props);
  }

  @Override
  public String getThreadContextType() {
    return provider.getThreadContextType();
  }

  @Override
  public int hashCode() {
    return rank;
  }

  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return getThreadContextType();
  }
}
