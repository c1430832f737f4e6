package org.asynclocal.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.internal.context.AgentLink;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/** The hooks in force, in the order of enabling: an immutable list, replaced at each change. */
final class EnabledHooks extends HookBridge {
  private static final EnabledHooks TRACING = new EnabledHooks();
  private static volatile List<AsyncHook> hooks = List.of();

  /** Watches for collected resources; null while no hook wants to know of them. */
  private static volatile @Nullable CollectedResources collected;

  static {
    boolean unused = AgentLink.connect(); // an application may use hooks without a storage
  }

  private EnabledHooks() {}

  static List<AsyncHook> list() {
    return hooks;
  }

  static boolean wantInit() {
    for (AsyncHook hook : hooks) {
      if (hook.wantsInit()) {
        return true;
      }
    }
    return false;
  }

  static @Nullable CollectedResources collected() {
    return collected;
  }

  static synchronized void add(AsyncHook hook) {
    if (!hooks.contains(hook)) {
      List<AsyncHook> more = new ArrayList<>(hooks);
      more.add(hook);
      replace(more);
    }
  }

  static synchronized void remove(AsyncHook hook) {
    List<AsyncHook> fewer = new ArrayList<>(hooks);
    if (fewer.remove(hook)) {
      replace(fewer);
    }
  }

  private static void replace(List<AsyncHook> changed) {
    hooks = List.copyOf(changed);
    CollectedResources watching = collected;
    if (changed.stream().noneMatch(AsyncHook::wantsDestroy)) {
      collected = null;
      if (watching != null) {
        watching.stop();
      }
    } else if (watching == null) {
      collected = CollectedResources.start();
    }
    activate(changed.isEmpty() ? null : TRACING);
  }

  @Override
  public ResourceHandle created(String type) {
    return Executions.here().create(type);
  }

  @Override
  public <R> R create(ResourceDescriptor creation, Supplier<R> creating) {
    return Executions.here().create(creation, creating);
  }

  @Override
  public ResourceHandle adopt(ResourceDescriptor otherwise) {
    return Executions.here().adopt(otherwise);
  }

  @Override
  public ContextSnapshot snapshot() {
    ContextFrame frame = ContextFrame.capture();
    return new ResourceSnapshot(AsyncResource.internal(ResourceTypes.BOUND_CALLBACK, frame), frame);
  }
}
