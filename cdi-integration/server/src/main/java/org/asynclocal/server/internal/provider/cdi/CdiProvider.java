package org.asynclocal.server.internal.provider.cdi;

import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asynclocal.server.internal.provider.cdi.PropagatedScope.OtherContext;
import org.asynclocal.server.internal.support.OnceController;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jboss.weld.context.api.ContextualInstance;
import org.jboss.weld.context.bound.BoundConversationContext;
import org.jboss.weld.context.bound.BoundLiteral;
import org.jboss.weld.context.bound.BoundRequestContext;
import org.jboss.weld.context.bound.BoundSessionContext;
import org.jboss.weld.context.bound.MutableBoundRequest;
import org.jboss.weld.manager.api.WeldManager;
import org.jspecify.annotations.Nullable;

/**
 * Carries the request scope, and the session and conversation scope of an application that uses
 * them: on the other thread the beans that existed at capture are there, and a bean that is first
 * used there lives there.
 *
 * <p>With them comes the context class loader: some servers find an application's beans by that,
 * and a thread that is not theirs has another one or none.
 *
 * <p>Only these three are asked for. Other libraries' scopes may refuse to be asked outside of
 * their own calls, as the flow scope of Faces does.
 */
public final class CdiProvider implements ThreadContextProvider {
  private final List<PropagatedScope<?>> scopes;

  /**
   * @param used the scopes that the application uses, besides that of the request: each of the
   *     others takes Weld a microsecond or more on each thread
   */
  public CdiProvider(WeldManager weld, UsedScopes used) {
    List<PropagatedScope<?>> carried = new ArrayList<>();
    carried.add(request(weld));
    if (used.has(SessionScoped.class)) {
      carried.add(session(weld));
    }
    if (used.has(ConversationScoped.class)) {
      carried.add(conversation(weld));
    }
    scopes = List.copyOf(carried);
  }

  private static PropagatedScope<?> request(WeldManager weld) {
    var bound = bound(weld, BoundRequestContext.class);
    return new PropagatedScope<>(
        weld, RequestScoped.class, bound, bound, HashMap::new, OtherContext.SWAPPED);
  }

  private static PropagatedScope<?> session(WeldManager weld) {
    var bound = bound(weld, BoundSessionContext.class);
    return new PropagatedScope<>(
        weld, SessionScoped.class, bound, bound, HashMap::new, OtherContext.SUSPENDED);
  }

  private static PropagatedScope<?> conversation(WeldManager weld) {
    var bound = bound(weld, BoundConversationContext.class);
    return new PropagatedScope<>(
        weld,
        ConversationScoped.class,
        bound,
        bound,
        () -> new MutableBoundRequest(new HashMap<>(), new HashMap<>()),
        OtherContext.LEFT);
  }

  private static <C> C bound(WeldManager weld, Class<C> context) {
    return weld.instance().select(context, BoundLiteral.INSTANCE).get();
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    List<@Nullable Collection<ContextualInstance<?>>> captured = new ArrayList<>(scopes.size());
    for (PropagatedScope<?> scope : scopes) {
      captured.add(scope.capture());
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return () -> begin(captured, loader);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    List<@Nullable Collection<ContextualInstance<?>>> cleared = new ArrayList<>(scopes.size());
    for (PropagatedScope<?> scope : scopes) {
      cleared.add(scope.isActive() ? List.of() : null);
    }
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    return () -> begin(cleared, loader);
  }

  @Override
  public String getThreadContextType() {
    return ThreadContext.CDI;
  }

  private ThreadContextController begin(
      List<@Nullable Collection<ContextualInstance<?>>> captured, @Nullable ClassLoader loader) {
    Deque<Runnable> leave = new ArrayDeque<>(scopes.size() + 1);
    leave.push(enter(loader));
    try {
      for (int i = 0; i < scopes.size(); i++) {
        leave.push(scopes.get(i).enter(captured.get(i)));
      }
    } catch (RuntimeException e) {
      leaveAll(leave);
      throw e;
    }
    return new OnceController() {
      @Override
      protected void restore() {
        leaveAll(leave);
      }
    };
  }

  private static Runnable enter(@Nullable ClassLoader loader) {
    Thread thread = Thread.currentThread();
    ClassLoader outside = thread.getContextClassLoader();
    if (outside == loader) {
      return () -> {};
    }
    thread.setContextClassLoader(loader);
    return () -> thread.setContextClassLoader(outside);
  }

  /** Leaves the scopes in reverse order, each whatever happens to the others. */
  private static void leaveAll(Deque<Runnable> leave) {
    RuntimeException first = null;
    for (Runnable each : leave) {
      try {
        each.run();
      } catch (RuntimeException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
