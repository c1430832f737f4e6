package org.asynclocal.microprofile;

import java.io.Serial;
import java.util.Map;
import org.asynclocal.hooks.ResourceTypes;
import org.asynclocal.internal.context.CapturedContext;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.FrameScope;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceHandle;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * Propagates all storages in MicroProfile Context Propagation 1.3, as the context type {@value
 * CapturedContext#TYPE}. Runtimes find it as a service; it has no state.
 *
 * <p>SmallRye begins contexts in the order of a hash set of their providers, ends them in reverse,
 * and when a provider throws forgets those that began before or would have ended after. So this one
 * hashes to the last bucket: begun last and ended first, it is not among the forgotten.
 *
 * @since 1.0
 */
public final class AsyncLocalContextProvider implements ThreadContextProvider {

  /** All low bits set, so that it is the last bucket of a table of any size in use. */
  private static final int LAST_BUCKET = 0xFFFF;

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    HookBridge tracing = CaptureMonitor.captured();
    ContextFrame frame = ContextFrame.capture();
    return tracing == null
        ? snapshot(frame)
        : new Snapshot(frame, tracing.created(ResourceTypes.MICROPROFILE));
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return snapshot(ContextFrame.empty());
  }

  @Override
  public String getThreadContextType() {
    return CapturedContext.TYPE;
  }

  @Override
  public int hashCode() {
    return LAST_BUCKET;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
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
    public ThreadContextController begin() {
      return new Begun(frame(), resource);
    }
  }

  private static final class Begun extends FrameScope implements ThreadContextController {
    Begun(ContextFrame frame, @Nullable ResourceHandle resource) {
      super(frame, resource);
    }

    @Override
    public void endContext() {
      restore();
    }
  }
}
