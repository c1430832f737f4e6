package org.asynclocal.quarkus.internal;

import io.vertx.core.impl.ContextInternal;
import java.util.Map;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * The frame that a duplicated context has for itself, in its local data: who copies a context for a
 * task, as Quarkus' executor does, copies that and this with it. Frames are immutable, so a copy
 * goes its own way from then on.
 */
final class VertxLocalFrame {
  private static final String LOCAL = "org.asynclocal.frame";

  private VertxLocalFrame() {}

  /** The frame of a duplicated context. Makes no map for a context that has none. */
  static @Nullable ContextFrame get(ContextInternal context) {
    Map<Object, Object> locals = context.getLocal(ContextInternal.LOCAL_MAP);
    return locals == null ? null : (ContextFrame) locals.get(LOCAL);
  }

  /** Gives a duplicated context that nobody has worked for yet its first frame. */
  static void start(ContextInternal context, ContextFrame frame) {
    context.localContextData().put(LOCAL, frame);
  }

  /**
   * Binds the key in the frame of a duplicated context as it is in the given one. Several threads
   * may work for one context at once.
   */
  static void bind(ContextInternal context, Key key, @Nullable ContextFrame frame) {
    context
        .localContextData()
        .compute(LOCAL, (local, own) -> ContextFrame.restore((ContextFrame) own, key, frame));
  }
}
