package org.asynclocal.quarkus.internal;

import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxThread;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.ContextHolder;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values that {@code enterWith} binds in the duplicated context, which each request has for
 * itself in Quarkus. A thread holds only what a task, a {@code run} or a scope binds, marked with
 * the context that it is for. So a thread holds nothing between two events, and an event of one
 * context never sees the values of another.
 *
 * <p>A root context and a Vert.x thread without context serve many requests: {@code run} and scopes
 * work there, and {@code enterWith} is refused because nothing would end it. Other threads, such as
 * the main thread, hold their frames themselves.
 */
public final class VertxContextHolder extends ContextHolder {
  private static final String VERTX_CONTEXT = "io.vertx.core.impl.ContextInternal";

  /** Created by the service loader. */
  public VertxContextHolder() {}

  /** Returns whether the application has Vert.x, without which each frame belongs to its thread. */
  @Override
  public boolean isSupported() {
    return isVertxPresent();
  }

  static boolean isVertxPresent() {
    try {
      Class.forName(VERTX_CONTEXT, false, VertxContextHolder.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  @Override
  public @Nullable ContextFrame read(@Nullable Object content) {
    ContextInternal context = ContextInternal.current();
    if (content instanceof OwnedFrame owned && owned.context() == context) {
      return owned.frame();
    }
    if (context == null) {
      return content instanceof ContextFrame frame ? frame : null;
    }
    return context.isDuplicate() ? VertxLocalFrame.get(context) : null;
  }

  @Override
  public boolean owns(@Nullable Object content) {
    ContextInternal context = ContextInternal.current();
    return content instanceof OwnedFrame owned ? owned.context() == context : context == null;
  }

  @Override
  public @Nullable Object begun(@Nullable ContextFrame frame) {
    ContextInternal context = ContextInternal.current();
    return isThreadOwner(context) ? frame : OwnedFrame.begun(frame, context);
  }

  @Override
  public @Nullable Object bound(@Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextInternal context = ContextInternal.current();
    if (content instanceof OwnedFrame owned && owned.context() == context) {
      return owned.bound(frame, key);
    }
    return isThreadOwner(context) ? frame : OwnedFrame.bound(frame, key, context, content);
  }

  @Override
  public @Nullable Object entered(@Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextInternal context = ContextInternal.current();
    if (content instanceof OwnedFrame owned && owned.context() == context) {
      if (context != null && context.isDuplicate() && owned.passesOn(key)) {
        VertxLocalFrame.bind(context, key, frame);
      }
      return owned.with(frame);
    }
    if (isThreadOwner(context)) {
      return frame;
    }
    if (context != null && context.isDuplicate()) {
      VertxLocalFrame.bind(context, key, frame);
    } else if (ContextFrame.get(frame, key) != Bindings.ABSENT) {
      throw new IllegalStateException(
          QuarkusMessages.SHARED_THREAD.text(Thread.currentThread().getName()));
    }
    return content;
  }

  @Override
  public @Nullable Object unbound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content, @Nullable Object outside) {
    ContextInternal context = ContextInternal.current();
    if (content instanceof OwnedFrame owned && owned.context() == context) {
      return owned.unbound(frame, key);
    }
    return isThreadOwner(context) ? frame : outside;
  }

  private static boolean isThreadOwner(@Nullable ContextInternal context) {
    return context == null && !(Thread.currentThread() instanceof VertxThread);
  }
}
