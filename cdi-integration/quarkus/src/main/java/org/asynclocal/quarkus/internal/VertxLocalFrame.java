package org.asynclocal.quarkus.internal;

import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the frame in the local data of a duplicated context. Code that copies a context
 * for a task, as Quarkus' executor does, copies the frame with it. Frames are immutable, so the
 * copies are independent from then on.
 */
final class VertxLocalFrame {
  private static final String LOCAL = "org.asynclocal.frame";

  private VertxLocalFrame() {}

  /** Returns the frame of a duplicated context, without creating the map of local data. */
  static @Nullable ContextFrame get(ContextInternal context) {
    Map<Object, Object> locals = context.getLocal(ContextInternal.LOCAL_MAP);
    return locals == null ? null : (ContextFrame) locals.get(LOCAL);
  }

  /** Sets the first frame of a duplicated context that has run nothing yet. */
  static void start(ContextInternal context, ContextFrame frame) {
    context.localContextData().put(LOCAL, frame);
  }

  /**
   * Binds the key in the frame of a duplicated context as in the given frame. Several threads may
   * work for one context at once.
   */
  static void bind(ContextInternal context, Key key, @Nullable ContextFrame frame) {
    context
        .localContextData()
        .compute(LOCAL, (local, own) -> ContextFrame.restore((ContextFrame) own, key, frame));
  }
}
