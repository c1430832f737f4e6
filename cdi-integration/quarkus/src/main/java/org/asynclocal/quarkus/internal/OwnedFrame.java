package org.asynclocal.quarkus.internal;

import io.vertx.core.impl.ContextInternal;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * A frame on a thread with the context that it belongs to, for as long as a task, a {@code run} or
 * a scope lasts there. A null context stands for a Vert.x thread without one.
 *
 * @param frame the frame that the context sees on this thread
 * @param context the context that owns the frame
 * @param task whether it was begun for a task, which ends all that is entered in it
 * @param scopes the keys that a {@code run} or scope has bound
 * @param below the thread's content before the first of these
 */
record OwnedFrame(
    @Nullable ContextFrame frame,
    @Nullable ContextInternal context,
    boolean task,
    @Nullable Scopes scopes,
    @Nullable Object below) {

  /** Creates the content of a task. */
  static OwnedFrame begun(@Nullable ContextFrame frame, @Nullable ContextInternal context) {
    return new OwnedFrame(frame, context, true, null, null);
  }

  /** Creates the content of the outermost {@code run} or scope. */
  static OwnedFrame bound(
      @Nullable ContextFrame frame,
      Key key,
      @Nullable ContextInternal context,
      @Nullable Object below) {
    return new OwnedFrame(frame, context, false, new Scopes(key, null), below);
  }

  /** Adds a {@code run} or scope. */
  OwnedFrame bound(@Nullable ContextFrame frame, Key key) {
    return new OwnedFrame(frame, context, task, new Scopes(key, scopes), below);
  }

  /** Replaces the frame. */
  OwnedFrame with(@Nullable ContextFrame frame) {
    return new OwnedFrame(frame, context, task, scopes, below);
  }

  /** Returns the content after a {@code run} or scope of the key has ended. */
  @Nullable Object unbound(@Nullable ContextFrame frame, Key key) {
    Scopes left = Scopes.without(scopes, key);
    return left == null && !task ? below : new OwnedFrame(frame, context, task, left, below);
  }

  /**
   * Returns whether a value entered for the key belongs to the context, and not to a task, run or
   * scope.
   */
  boolean passesOn(Key key) {
    return !task && !Scopes.contains(scopes, key);
  }

  /** A list of keys, the innermost first. */
  record Scopes(Key key, @Nullable Scopes outer) {

    static boolean contains(@Nullable Scopes scopes, Key key) {
      Scopes at = scopes;
      while (at != null && at.key != key) {
        at = at.outer;
      }
      return at != null;
    }

    /** Returns the keys without the innermost one that equals the given key. */
    static @Nullable Scopes without(@Nullable Scopes scopes, Key key) {
      if (scopes == null || scopes.key == key) {
        return scopes == null ? null : scopes.outer;
      }
      return new Scopes(scopes.key, without(scopes.outer, key));
    }
  }
}
