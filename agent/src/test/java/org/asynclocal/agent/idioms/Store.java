package org.asynclocal.agent.idioms;

import com.alibaba.ttl.TransmittableThreadLocal;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.asynclocal.AsyncLocalStorage;
import org.jspecify.annotations.Nullable;

/** The store that an idiom is expected to keep: the product's or another library's. */
interface Store {

  @Nullable Object current();

  void run(Object value, Runnable task);

  /** Leaves the value on the current thread, without an end. */
  void leave(Object value);

  static Store named(String name) {
    return switch (name) {
      case "asynclocal" -> new OfAsyncLocal();
      case "opentelemetry" -> new OfOpenTelemetry();
      case "ttl" -> new OfThreadLocal(new TransmittableThreadLocal<>());
      case "inheritable" -> new OfThreadLocal(new InheritableThreadLocal<>());
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The product's own. */
  final class OfAsyncLocal implements Store {
    private static final AsyncLocalStorage<Object> STORAGE = AsyncLocalStorage.create();

    @Override
    public @Nullable Object current() {
      return STORAGE.getStore();
    }

    @Override
    public void run(Object value, Runnable task) {
      STORAGE.run(value, task::run);
    }

    @Override
    public void leave(Object value) {
      STORAGE.enterWith(value);
    }
  }

  /** OpenTelemetry's context. */
  final class OfOpenTelemetry implements Store {
    private static final ContextKey<Object> KEY = ContextKey.named("idiom");

    @Override
    public @Nullable Object current() {
      return Context.current().get(KEY);
    }

    @Override
    public void run(Object value, Runnable task) {
      Context.current().with(KEY, value).wrap(task).run();
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // left open on purpose
    public void leave(Object value) {
      Context.current().with(KEY, value).makeCurrent();
    }
  }

  /** A thread local of the given kind. */
  final class OfThreadLocal implements Store {
    private final ThreadLocal<Object> local;

    OfThreadLocal(ThreadLocal<Object> local) {
      this.local = local;
    }

    @Override
    public @Nullable Object current() {
      return local.get();
    }

    @Override
    public void run(Object value, Runnable task) {
      local.set(value);
      try {
        task.run();
      } finally {
        local.remove();
      }
    }

    @Override
    public void leave(Object value) {
      local.set(value);
    }
  }
}
