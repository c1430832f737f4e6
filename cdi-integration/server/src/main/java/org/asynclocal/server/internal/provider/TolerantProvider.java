package org.asynclocal.server.internal.provider;

import java.util.Map;
import java.util.function.Supplier;
import org.asynclocal.server.internal.support.OnceController;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A provider of the application's own. If it throws an exception, the task runs without its
 * context, and the exception is reported.
 */
final class TolerantProvider implements ThreadContextProvider {
  private final ThreadContextProvider provider;

  TolerantProvider(ThreadContextProvider provider) {
    this.provider = provider;
  }

  @Override
  public @Nullable ThreadContextSnapshot currentContext(Map<String, String> props) {
    return tolerant(attempt("currentContext", () -> provider.currentContext(props)));
  }

  @Override
  public @Nullable ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return tolerant(attempt("clearedContext", () -> provider.clearedContext(props)));
  }

  @Override
  public String getThreadContextType() {
    return provider.getThreadContextType();
  }

  private @Nullable ThreadContextSnapshot tolerant(@Nullable ThreadContextSnapshot snapshot) {
    return snapshot == null ? null : () -> begin(snapshot);
  }

  private ThreadContextController begin(ThreadContextSnapshot snapshot) {
    ThreadContextController controller = attempt("begin", snapshot::begin);
    return new OnceController() {
      @Override
      protected void restore() {
        if (controller != null) {
          end(controller);
        }
      }
    };
  }

  private void end(ThreadContextController controller) {
    this.<@Nullable Object>attempt(
        "endContext",
        () -> {
          controller.endContext();
          return null;
        });
  }

  private <T extends @Nullable Object> @Nullable T attempt(String where, Supplier<T> call) {
    try {
      return call.get();
    } catch (RuntimeException | LinkageError e) {
      ServerMessages.PROVIDER_FAILED.report(
          e, provider.getClass().getName(), getThreadContextType(), where);
      return null;
    }
  }
}
