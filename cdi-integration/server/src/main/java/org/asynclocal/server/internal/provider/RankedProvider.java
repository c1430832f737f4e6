package org.asynclocal.server.internal.provider;

import java.util.Map;
import org.asynclocal.server.internal.transaction.TransactionProvider;
import org.asynclocal.server.internal.transaction.UnfinishedTaskPolicy;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A provider with its place in the order in which contexts begin.
 *
 * <p>SmallRye keeps the providers of one configuration in a {@code HashSet} and begins them in its
 * order, which for small different hash codes is their order: the rank is the hash code.
 */
public final class RankedProvider implements ThreadContextProvider {
  private final int rank;
  private final ThreadContextProvider provider;
  private final @Nullable StopGate gate;

  public RankedProvider(int rank, ThreadContextProvider provider) {
    this(rank, provider, null);
  }

  /**
   * @param gate what a task has to pass before its context begins, if anything
   */
  public RankedProvider(int rank, ThreadContextProvider provider, @Nullable StopGate gate) {
    this.rank = rank;
    this.provider = provider;
    this.gate = gate;
  }

  /** Returns the provider itself, which applies the policy if it is that of the transaction. */
  public static ThreadContextProvider unranked(
      ThreadContextProvider provider, UnfinishedTaskPolicy policy) {
    ThreadContextProvider inner =
        provider instanceof RankedProvider ranked ? ranked.provider : provider;
    return inner instanceof TransactionProvider transactions ? transactions.with(policy) : inner;
  }

  @Override
  public @Nullable ThreadContextSnapshot currentContext(Map<String, String> props) {
    return gated(provider.currentContext(props));
  }

  @Override
  public @Nullable ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return gated(provider.clearedContext(props));
  }

  private @Nullable ThreadContextSnapshot gated(@Nullable ThreadContextSnapshot snapshot) {
    return gate == null || snapshot == null ? snapshot : gate.before(snapshot);
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
