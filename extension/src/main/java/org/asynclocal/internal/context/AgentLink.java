package org.asynclocal.internal.context;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * Registers this copy of the library with the agent, if the JVM was started with it. The agent and
 * the library know each other by the name of the agent's class in {@code java.base} and by JDK
 * types alone, so that neither depends on the other.
 *
 * <p>While no hook is enabled, a capture is the frame itself.
 */
public final class AgentLink {
  private static final String HUB = "java.util.concurrent.AsyncLocalHub";

  /** The protocol of this copy; the agent does not register another one. */
  private static final int PROTOCOL = 1;

  /** The types of resources that run more than once. */
  private static final Set<String> REPEATED = Set.of("INTERVAL", "SUBSCRIPTION", "LISTENER");

  /** The token of what began on a thread that held nothing. */
  private static final Object ROOT = new Object();

  /** Holds the registration for as long as the copy lives, since the agent holds it weakly. */
  private static final @Nullable Object REGISTRATION = register(CurrentContext.contentLocal());

  private AgentLink() {}

  /** Registers this copy, once, and returns whether there is an agent that tracks it. */
  public static boolean connect() {
    return REGISTRATION != null;
  }

  private static @Nullable Object register(Object content) {
    UnaryOperator<@Nullable Object> capture = AgentLink::capture;
    UnaryOperator<@Nullable Object> begin = AgentLink::begin;
    Consumer<Object> end = AgentLink::end;
    UnaryOperator<@Nullable Object> seed = AgentLink::seed;
    Predicate<Object> isTold = AgentLink::isToldOfStart;
    UnaryOperator<@Nullable Object> started = AgentLink::started;
    Object[] registration = {capture, begin, end, seed, content, isTold, started};
    try {
      boolean registered =
          (boolean)
              Class.forName(HUB, true, null)
                  .getMethod("register", int.class, Object[].class)
                  .invoke(null, PROTOCOL, registration);
      return registered ? registration : null;
    } catch (ClassNotFoundException withoutAgent) {
      return null;
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException other) {
      return null; // an agent of a version that does not register copies like this one
    }
  }

  /**
   * Captures the current thread's frame for a resource of the type; null if nothing is bound.
   * Without a type it is the frame, or {@code true} while captures are observed: then it has to be
   * asked with a type.
   */
  private static @Nullable Object capture(@Nullable Object type) {
    ContextFrame frame = CurrentContext.current();
    if (type == null) {
      if (CaptureMonitor.isObserved()) {
        return true;
      }
      return frame == null || frame.isEmpty() ? null : frame;
    }
    HookBridge hooks = CaptureMonitor.captured();
    if (hooks == null) {
      return frame == null || frame.isEmpty() ? null : frame;
    }
    return new Traced(
        frame == null ? ContextFrame.empty() : frame,
        created(hooks, (String) type),
        !REPEATED.contains(type));
  }

  /** A future is resolved when its function has run, so its resource is told that. */
  private static ResourceHandle created(HookBridge hooks, String type) {
    return type.equals(ResourceDescriptor.PROMISE)
        ? hooks.create(ResourceDescriptor.promise(null, true), () -> hooks.created(type))
        : hooks.created(type);
  }

  /** Puts what was captured on the current thread and returns the token for its end. */
  private static @Nullable Object begin(@Nullable Object captured) {
    if (captured instanceof Traced traced) {
      return traced.begin();
    }
    ContextFrame frame = captured instanceof ContextFrame ours ? ours : ContextFrame.empty();
    Object outside = CurrentContext.content();
    ThreadScope open = CurrentContext.openBeneath(outside);
    Object inside = CurrentContext.begun(frame, open);
    CurrentContext.swap(outside, inside);
    if (open != null || !CurrentContext.isOwnedByThread()) {
      return new Begun(outside, inside, open);
    }
    return outside == null ? ROOT : outside;
  }

  private static void end(@Nullable Object token) {
    if (token instanceof Begun begun) {
      begun.end();
    } else if (token instanceof Execution execution) {
      execution.end();
    } else if (token == ROOT) {
      restore(null);
    } else if (token instanceof ContextFrame frame) {
      restore(frame);
    }
  }

  /** Puts back what a thread had on which nothing was open. */
  private static void restore(@Nullable ContextFrame outside) {
    Object content = CurrentContext.content();
    ThreadScope left = CurrentContext.openBeneath(content);
    if (left == null) {
      CurrentContext.swap(content, outside);
    } else {
      ThreadScope.settle(left, outside, null);
      CurrentContext.markReplaced(outside);
    }
  }

  /** The content for a new thread. */
  private static @Nullable Object seed(@Nullable Object captured) {
    if (captured instanceof Traced traced) {
      return CurrentContext.begun(traced.frame, null);
    }
    return captured instanceof ContextFrame frame ? CurrentContext.begun(frame, null) : null;
  }

  /** Returns whether {@link #started} is to be called on the new thread. */
  private static boolean isToldOfStart(Object captured) {
    return captured instanceof Traced || FrameListener.isListening();
  }

  /** A new thread runs, with the content that it was given; returns the token for its end. */
  private static @Nullable Object started(@Nullable Object captured) {
    CurrentContext.tellListeners(null, CurrentContext.content());
    return captured instanceof Traced traced
        ? new Execution(traced, traced.resource.begin(), null)
        : null;
  }

  /** A beginning on a thread where a scope is open. */
  private record Begun(
      @Nullable Object outside, @Nullable Object inside, @Nullable ThreadScope open) {
    void end() {
      if (CurrentContext.isUnchanged(inside, open)) {
        CurrentContext.swap(inside, outside);
      } else {
        ThreadScope.settle(CurrentContext.open(), outside, open);
        CurrentContext.markReplaced(outside);
      }
    }
  }

  /** A capture made while a hook was enabled. */
  private record Traced(ContextFrame frame, ResourceHandle resource, boolean once) {
    Execution begin() {
      Object execution = resource.begin();
      return new Execution(this, execution, AgentLink.begin(frame));
    }
  }

  /** One run of a traced resource. */
  private record Execution(Traced traced, Object execution, @Nullable Object token) {
    void end() {
      AgentLink.end(token);
      traced.resource.end(execution);
      if (traced.once) {
        traced.resource.destroyed();
      }
    }
  }
}
