package org.asynclocal.server.internal.provider.cdi;

import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.weld.context.BoundContext;
import org.jboss.weld.context.ManagedContext;
import org.jboss.weld.context.SessionContext;
import org.jboss.weld.context.WeldAlterableContext;
import org.jboss.weld.context.api.ContextualInstance;
import org.jboss.weld.context.http.HttpLiteral;
import org.jboss.weld.manager.api.WeldManager;
import org.jspecify.annotations.Nullable;

/**
 * One scope that is carried to other threads, by Weld's context for threads without a container
 * request (the "bound" one).
 *
 * @param <S> what the bound context keeps its beans in
 */
final class PropagatedScope<S> {

  /** The treatment of the container's own context where one is active on the thread. */
  enum OtherContext {
    /** Its beans are exchanged for the captured ones, and put back. */
    SWAPPED,
    /** It is not active meanwhile: its beans are those of another user's HTTP session. */
    SUSPENDED,
    /** It stays: a conversation can't be suspended without being destroyed. */
    LEFT
  }

  private final WeldManager weld;
  private final Class<? extends Annotation> type;
  private final ManagedContext bound;
  private final BoundContext<S> storage;
  private final Supplier<S> newStorage;
  private final OtherContext other;
  private final @Nullable ManagedContext suspendable;

  /**
   * The parameters {@code bound} and {@code storage} are one object: Weld gives it no type that
   * says both.
   */
  PropagatedScope(
      WeldManager weld,
      Class<? extends Annotation> type,
      ManagedContext bound,
      BoundContext<S> storage,
      Supplier<S> newStorage,
      OtherContext other) {
    this.weld = weld.unwrap();
    this.type = type;
    this.bound = bound;
    this.storage = storage;
    this.newStorage = newStorage;
    this.other = other;
    this.suspendable = other == OtherContext.SUSPENDED ? httpSession(weld) : null;
  }

  private static @Nullable ManagedContext httpSession(WeldManager weld) {
    Instance<SessionContext> http =
        weld.instance().select(SessionContext.class, HttpLiteral.INSTANCE);
    return http.isResolvable() ? http.get() : null;
  }

  boolean isActive() {
    return active() != null;
  }

  /** The beans of the scope on this thread; null where the scope is not active. */
  @Nullable Collection<ContextualInstance<?>> capture() {
    WeldAlterableContext active = active();
    return active == null ? null : active.getAllContextualInstances();
  }

  /**
   * Puts the captured beans on this thread and returns what takes them away. Null for a scope that
   * was not active: where it is active here, it is empty meanwhile.
   */
  Runnable enter(@Nullable Collection<ContextualInstance<?>> captured) {
    WeldAlterableContext active = active();
    Collection<ContextualInstance<?>> beans = captured == null ? List.of() : captured;
    if (active == null) {
      return captured == null ? PropagatedScope::nothing : activate(beans);
    }
    if (bound.isActive()) {
      return swap(bound, beans);
    }
    return switch (other) {
      case SWAPPED -> swap(active, beans);
      case SUSPENDED -> suspend(beans);
      case LEFT -> PropagatedScope::nothing;
    };
  }

  private @Nullable WeldAlterableContext active() {
    for (Context context : weld.getContexts(type)) {
      if (context.isActive()) {
        return context instanceof WeldAlterableContext alterable ? alterable : null;
      }
    }
    return null;
  }

  private Runnable activate(Collection<ContextualInstance<?>> beans) {
    S store = newStorage.get();
    storage.associate(store);
    bound.activate();
    bound.clearAndSet(beans);
    return () -> deactivate(store);
  }

  private void deactivate(S store) {
    try {
      // The beans are the capturing thread's: to deactivate a conversation destroys what is in it.
      bound.clearAndSet(List.of());
      bound.deactivate();
    } finally {
      storage.dissociate(store);
    }
  }

  private static Runnable swap(
      WeldAlterableContext context, Collection<ContextualInstance<?>> beans) {
    Collection<ContextualInstance<?>> outside = context.getAllContextualInstances();
    context.clearAndSet(beans);
    return () -> context.clearAndSet(outside);
  }

  private Runnable suspend(Collection<ContextualInstance<?>> beans) {
    ManagedContext http = suspendable;
    if (http == null || !http.isActive()) {
      return PropagatedScope::nothing;
    }
    http.deactivate();
    Runnable leave;
    try {
      leave = activate(beans);
    } catch (RuntimeException e) {
      http.activate();
      throw e;
    }
    return () -> {
      try {
        leave.run();
      } finally {
        http.activate();
      }
    };
  }

  private static void nothing() {}
}
