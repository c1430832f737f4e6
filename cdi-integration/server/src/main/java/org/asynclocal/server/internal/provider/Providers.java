package org.asynclocal.server.internal.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.asynclocal.server.internal.provider.cdi.CdiProvider;
import org.asynclocal.server.internal.provider.cdi.UsedScopes;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.transaction.TransactionProvider;
import org.asynclocal.server.internal.transaction.Transactions;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.jboss.weld.manager.api.WeldManager;
import org.jspecify.annotations.Nullable;

/**
 * The application's providers, one of each context type, in the order in which their contexts
 * begin. The transaction is first, since it is the one that refuses to begin most often, when it is
 * over.
 */
public final class Providers {
  /** SmallRye's own, in whose place the kit has others. */
  private static final Set<String> REPLACED =
      Set.of(
          "io.smallrye.context.cdi.context.propagation.CdiContextProvider",
          "io.smallrye.context.jta.context.propagation.JtaContextProvider",
          AsyncLocalContextProvider.class.getName());

  private final Set<String> excluded;
  private final StopGate gate;
  private final List<ThreadContextProvider> ordered = new ArrayList<>();
  private final Map<String, String> classes = new HashMap<>();

  /**
   * @param excluded the context types that the application wants no provider of ours for
   * @param gate before the first of them
   */
  public Providers(Set<String> excluded, StopGate gate) {
    this.excluded = excluded;
    this.gate = gate;
  }

  public Providers transactions(@Nullable Transactions transactions) {
    return transactions == null ? this : ours(new TransactionProvider(transactions));
  }

  public Providers cdi(@Nullable WeldManager weld, UsedScopes scopes) {
    return weld == null ? this : ours(new TolerantProvider(new CdiProvider(weld, scopes)));
  }

  public Providers storages() {
    return ours(new AsyncLocalContextProvider());
  }

  public Providers security(@Nullable ThreadContextProvider security) {
    return security == null ? this : ours(security);
  }

  /** Those that the application brings itself, found as services. */
  public Providers application(ClassLoader loader) {
    for (ThreadContextProvider provider : ServiceLoader.load(ThreadContextProvider.class, loader)) {
      String name = provider.getClass().getName();
      if (!REPLACED.contains(name)) {
        add(new TolerantProvider(provider), name);
      }
    }
    return this;
  }

  public List<ThreadContextProvider> list() {
    return List.copyOf(ordered);
  }

  private Providers ours(ThreadContextProvider provider) {
    if (!excluded.contains(provider.getThreadContextType())) {
      add(provider, provider.getClass().getName());
    }
    return this;
  }

  private void add(ThreadContextProvider provider, String name) {
    String type = provider.getThreadContextType();
    String other = classes.putIfAbsent(type, name);
    if (other != null) {
      throw new IllegalStateException(ServerMessages.TWO_PROVIDERS.text(type, other, name));
    }
    int rank = ordered.size();
    ordered.add(new RankedProvider(rank, provider, rank == 0 ? gate : null));
  }
}
