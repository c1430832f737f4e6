package org.asynclocal.quarkus.internal;

import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.asynclocal.cdi.internal.rest.RequestContinuation;
import org.jspecify.annotations.Nullable;

/**
 * Continues a request on its duplicated context. Quarkus REST sends a later response on an executor
 * that takes the context of the thread that resumes it, which may be another request's.
 */
@Singleton
final class VertxContinuations implements RequestContinuation.Factory {
  @Override
  public RequestContinuation capture() {
    ContextInternal context = ContextInternal.current();
    return context == null ? RequestContinuation.ofStores() : new OnContext(context);
  }

  private record OnContext(ContextInternal context) implements RequestContinuation {
    @Override
    public <R extends @Nullable Object> R call(Supplier<R> op) {
      ContextInternal before = context.beginDispatch();
      try {
        return op.get();
      } finally {
        context.endDispatch(before);
      }
    }
  }
}
