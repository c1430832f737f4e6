package org.asynclocal.quarkus.internal;

import io.vertx.core.Context;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * A thread's content: a frame with the context that it belongs to, for as long as a task, a {@code
 * run} or a scope lasts on that thread. Null as context stands for a Vert.x thread without one.
 *
 * @param frame what the context sees on this thread
 * @param context the owner
 * @param task whether a task began it, which ends all that is entered in it
 * @param scopes the keys that are bound for the time of a {@code run} or scope
 * @param below what the thread held before the first of them
 */
record OwnedFrame(
    @Nullable ContextFrame frame,
    @Nullable Context context,
    boolean task,
    @Nullable Scopes scopes,
    @Nullable Object below) {

  /** The content of a task. */
  static OwnedFrame begun(@Nullable ContextFrame frame, @Nullable Context context) {
    return new OwnedFrame(frame, context, true, null, null);
  }

  /** The content of the outermost {@code run} or scope. */
  static OwnedFrame bound(
      @Nullable ContextFrame frame, Key key, @Nullable Context context, @Nullable Object below) {
    return new OwnedFrame(frame, context, false, new Scopes(key, null), below);
  }

  /** This with one more {@code run} or scope. */
  OwnedFrame bound(@Nullable ContextFrame frame, Key key) {
    return new OwnedFrame(frame, context, task, new Scopes(key, scopes), below);
  }

  /** This with another frame. */
  OwnedFrame with(@Nullable ContextFrame frame) {
    return new OwnedFrame(frame, context, task, scopes, below);
  }

  /** What is left when a {@code run} or scope of the key has ended. */
  @Nullable Object unbound(@Nullable ContextFrame frame, Key key) {
    Scopes left = Scopes.without(scopes, key);
    return left == null && !task ? below : new OwnedFrame(frame, context, task, left, below);
  }

  /** Whether a value entered for the key is the context's, and not that of a task, run or scope. */
  boolean passesOn(Key key) {
    return !task && !Scopes.contains(scopes, key);
  }

  /** Keys, the innermost first. */
  record Scopes(Key key, @Nullable Scopes outer) {

    static boolean contains(@Nullable Scopes scopes, Key key) {
      Scopes at = scopes;
      while (at != null && at.key != key) {
        at = at.outer;
      }
      return at != null;
    }

    /** The keys without the innermost one that equals the given. */
    static @Nullable Scopes without(@Nullable Scopes scopes, Key key) {
      if (scopes == null || scopes.key == key) {
        return scopes == null ? null : scopes.outer;
      }
      return new Scopes(scopes.key, without(scopes.outer, key));
    }
  }
}
