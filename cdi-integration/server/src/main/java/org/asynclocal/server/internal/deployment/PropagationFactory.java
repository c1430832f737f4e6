package org.asynclocal.server.internal.deployment;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.transaction.TransactionManager;
import java.util.Map;
import org.asynclocal.server.internal.config.KitSettings;
import org.asynclocal.server.internal.executor.KitExecutorService;
import org.asynclocal.server.internal.executor.KitPropagation;
import org.asynclocal.server.internal.executor.ManagedExecutorAdapter;
import org.asynclocal.server.internal.executor.Propagation;
import org.asynclocal.server.internal.liberty.NativePropagation;
import org.asynclocal.server.internal.provider.Providers;
import org.asynclocal.server.internal.provider.cdi.UsedScopes;
import org.asynclocal.server.internal.support.Jndi;
import org.asynclocal.server.internal.support.ServerMessages;
import org.asynclocal.server.internal.transaction.TransactionStages;
import org.asynclocal.server.internal.transaction.Transactions;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jboss.weld.manager.api.WeldManager;
import org.jspecify.annotations.Nullable;

/** Creates the propagation of an application, once, when it starts. */
final class PropagationFactory {

  private PropagationFactory() {}

  /**
   * Finds or puts together what the application's contexts are propagated with.
   *
   * @param scopes those that the application uses
   * @throws IllegalStateException if that can't be done, with the message for the user
   */
  static Propagation of(BeanManager beans, ClassLoader application, UsedScopes scopes) {
    return NativePropagation.isThere()
        ? NativePropagation.of(KitSettings.ofApplication(), application)
        : kit(beans, application, scopes);
  }

  private static KitPropagation kit(BeanManager beans, ClassLoader application, UsedScopes scopes) {
    ServerProfile server = ServerProfile.of(application);
    ThreadContextProvider security = server.security();
    if (security == null) {
      ServerMessages.UNKNOWN_SERVER.report();
    }
    KitSettings settings = KitSettings.ofApplication();
    Transactions transactions = transactions(server, beans);
    ThreadContextSnapshot anonymous = security == null ? null : security.clearedContext(Map.of());
    ManagedExecutorAdapter managed =
        new ManagedExecutorAdapter(settings.executor(), anonymous, server.readsFragments());
    KitExecutorService threads = new KitExecutorService(managed, managed::release, anonymous);
    Providers providers =
        new Providers(settings.excludedTypes(), threads.gate())
            .transactions(transactions)
            .cdi(beans instanceof WeldManager weld ? weld : null, scopes)
            .storages()
            .security(security)
            .application(application);
    if (server.bindsEarly()) {
      var unused = managed.find();
    }
    TransactionStages stages =
        transactions == null
            ? null
            : new TransactionStages(transactions, threads, server.endsWithStage());
    return new KitPropagation(application, settings, threads, providers.list(), stages);
  }

  private static @Nullable Transactions transactions(ServerProfile server, BeanManager beans) {
    String name = server.transactionManager();
    Object found = name == null ? bean(beans) : Jndi.lookup(name);
    if (found instanceof TransactionManager manager) {
      return new Transactions(manager);
    }
    ServerMessages.NO_TRANSACTIONS.report(found);
    return null;
  }

  private static Object bean(BeanManager beans) {
    Instance<TransactionManager> managers = beans.createInstance().select(TransactionManager.class);
    return managers.isResolvable() ? managers.get() : "no bean of that type";
  }
}
