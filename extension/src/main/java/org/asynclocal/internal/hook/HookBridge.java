package org.asynclocal.internal.hook;

import java.util.function.Supplier;
import org.asynclocal.ContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The events of handoffs, for the hooks that are enabled. The core knows hooks by this class,
 * {@link ResourceHandle} and {@link ExecutionStack} alone; with none enabled, each handoff costs
 * one read of {@link #active}.
 */
public abstract class HookBridge {
  /** The type of the resource that a request is. */
  public static final String HTTP_REQUEST = "HTTPREQUEST";

  private static volatile @Nullable HookBridge active;

  /** Returns the active bridge; null while no hook is enabled. */
  public static @Nullable HookBridge active() {
    return active;
  }

  /** Activates a bridge; null deactivates it. */
  protected static void activate(@Nullable HookBridge bridge) {
    active = bridge;
    CaptureMonitor.trace(bridge != null);
  }

  /** Creates a resource of this type on this thread. */
  public abstract ResourceHandle created(String type);

  /**
   * Calls code that creates a resource: the first capture on this thread meanwhile is the resource
   * described.
   *
   * @param creation the description
   * @param creating the code that captures
   */
  public abstract <R> R create(ResourceDescriptor creation, Supplier<R> creating);

  /** The resource captured in the current {@link #create}, or a new one if none was. */
  public abstract ResourceHandle adopt(ResourceDescriptor otherwise);

  /** The current thread's values as a snapshot that is a resource of its own. */
  public abstract ContextSnapshot snapshot();
}
