package org.asynclocal.internal.hook;

import java.util.function.Supplier;
import org.asynclocal.ContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The events of handoffs, for the hooks that are enabled. The core knows hooks by this class,
 * {@link ResourceHandle} and {@link ExecutionStack} alone; with none enabled, each handoff costs
 * one look at {@link #active}.
 */
public abstract class HookBridge {
  /** The type of the resource that a request is. */
  public static final String HTTP_REQUEST = "HTTPREQUEST";

  private static volatile @Nullable HookBridge active;

  /** The tracing in force; null while no hook is enabled. */
  public static @Nullable HookBridge active() {
    return active;
  }

  /** Makes a tracing the one in force; null ends it. */
  protected static void activate(@Nullable HookBridge tracing) {
    active = tracing;
    CaptureMonitor.trace(tracing != null);
  }

  /** A resource of this type is created on this thread. */
  public abstract ResourceHandle created(String type);

  /**
   * Calls what creates a resource: the first one that is captured meanwhile on this thread is the
   * one described.
   *
   * @param creation what is known of it
   * @param creating what captures it
   */
  public abstract <R> R create(ResourceDescriptor creation, Supplier<R> creating);

  /** The resource captured in the creation under way; where it captures none, a new one. */
  public abstract ResourceHandle adopt(ResourceDescriptor otherwise);

  /** The current thread's values as a snapshot that is a resource of its own. */
  public abstract ContextSnapshot snapshot();
}
