package org.asynclocal.concurrency;

import jakarta.enterprise.concurrent.spi.ThreadContextProvider;
import jakarta.enterprise.concurrent.spi.ThreadContextRestorer;
import jakarta.enterprise.concurrent.spi.ThreadContextSnapshot;
import java.io.Serial;
import java.io.Serializable;
import java.util.Map;
import org.asynclocal.hooks.ResourceTypes;
import org.asynclocal.internal.context.CapturedContext;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.FrameScope;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * Propagates all storages in Jakarta Concurrency 3.0 and 3.1, as the context type {@value
 * CapturedContext#TYPE}. Runtimes find it as a service; it has no state. It is serializable, since
 * the contextual proxies of some runtimes hold their providers.
 *
 * @since 1.0
 */
public final class AsyncLocalContextProvider implements ThreadContextProvider, Serializable {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    HookBridge tracing = CaptureMonitor.captured();
    ContextFrame frame = ContextFrame.capture();
    return tracing == null
        ? snapshot(frame)
        : new Snapshot(frame, tracing.created(ResourceTypes.CONCURRENCY));
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return snapshot(ContextFrame.empty());
  }

  @Override
  public String getThreadContextType() {
    return CapturedContext.TYPE;
  }

  private static ThreadContextSnapshot snapshot(ContextFrame frame) {
    return frame.captured() instanceof Snapshot made ? made : new Snapshot(frame, null);
  }

  private static final class Snapshot extends CapturedContext implements ThreadContextSnapshot {
    @Serial private static final long serialVersionUID = 1L;

    Snapshot(ContextFrame frame, @Nullable ResourceHandle resource) {
      super(frame, resource);
    }

    @Override
    public ThreadContextRestorer begin() {
      return new Begun(frame(), resource);
    }
  }

  private static final class Begun extends FrameScope implements ThreadContextRestorer {
    Begun(ContextFrame frame, @Nullable ResourceHandle resource) {
      super(frame, resource);
    }

    @Override
    public void endContext() {
      restore();
    }
  }
}
