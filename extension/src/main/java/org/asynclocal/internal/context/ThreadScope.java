package org.asynclocal.internal.context;

import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;

/**
 * Something put on a thread until it is ended: a {@link BindingScope} or a {@link FrameScope}. The
 * open ones of a thread form a chain, so that ending them in another order than the reverse leaves
 * nothing behind: one that ends while an inner one is open is undone together with that.
 *
 * <p>Confined to the thread that it was begun on.
 */
abstract class ThreadScope {
  final @Nullable Object outside;
  private @Nullable ThreadScope enclosing;

  /** The thread it was begun on; null once it has ended. */
  private @Nullable Thread thread;

  ThreadScope(@Nullable Object outside, @Nullable Object inside) {
    this.thread = Thread.currentThread();
    this.outside = outside;
    this.enclosing = CurrentContext.openBeneath(outside);
    CurrentContext.open(this);
    CurrentContext.replace(outside, inside, this);
  }

  /** Returns the content of the thread after the end of this, given its content now. */
  abstract @Nullable Object undo(@Nullable Object content);

  /** Returns whether this stays in force while the other, an inner one, is open. */
  abstract boolean heldBy(ThreadScope inner);

  /** Returns whether an inner one that is still open ends together with this. */
  abstract boolean outranks(ThreadScope inner);

  /** Returns whether it put a whole frame on the thread. */
  abstract boolean replacesFrame();

  /** Returns whether its end decides the binding of the key. */
  abstract boolean restores(Key key);

  final boolean isEnded() {
    return thread == null;
  }

  final boolean isOnThisThread() {
    return Thread.currentThread() == thread;
  }

  /**
   * Puts content on the thread, and undoes those of the given chain that ended meanwhile.
   *
   * @param newest what is open on the thread
   * @param content the content
   * @param innermost what shall be, but for those that have ended
   */
  static void settle(
      @Nullable ThreadScope newest, @Nullable Object content, @Nullable ThreadScope innermost) {
    if (newest != innermost) {
      tellUnclosed(newest, innermost);
    }
    Object settled = content;
    ThreadScope open = innermost;
    while (open != null && open.isEnded()) {
      settled = open.undo(settled);
      open = open.enclosing;
    }
    if (open != newest) {
      CurrentContext.open(open);
    }
    CurrentContext.replace(CurrentContext.content(), settled, open);
  }

  /**
   * Ends what is still open inside an operation that ran with the key bound, all but scopes of
   * other keys: they outlive it, as {@code enterWith} does. A replay left open there is one that a
   * runtime began and forgot.
   *
   * @param innermost what was innermost when the operation began
   */
  static void leave(Key key, @Nullable ThreadScope innermost) {
    ThreadScope base = inForce(innermost);
    endForgotten(base);
    ThreadScope kept = null;
    for (ThreadScope open = CurrentContext.open();
        open != base && open != null;
        open = open.enclosing) {
      if (open.restores(key)) {
        open.tellUnclosed();
        continue;
      }
      if (kept == null) {
        CurrentContext.open(open);
      } else {
        kept.enclosing = open;
      }
      kept = open;
    }
    if (kept == null) {
      CurrentContext.open(base);
    } else {
      kept.enclosing = base;
    }
  }

  /** Ends the scopes that are open inside the given one, as never closed. */
  private static void tellUnclosed(@Nullable ThreadScope newest, @Nullable ThreadScope innermost) {
    ThreadScope outer = newest;
    while (outer != null && outer != innermost) {
      outer = outer.enclosing;
    }
    if (outer == innermost) { // else what was innermost has ended itself, and the rest goes on
      for (ThreadScope open = newest; open != null && open != innermost; open = open.enclosing) {
        open.tellUnclosed();
      }
    }
  }

  /** Reports that this was still open when the scope around it ended. */
  abstract void tellUnclosed();

  /** Ends the outermost replay above the base, and all inside it. */
  private static void endForgotten(@Nullable ThreadScope base) {
    ThreadScope newest = CurrentContext.open();
    ThreadScope forgotten = null;
    for (ThreadScope open = newest; open != base && open != null; open = open.enclosing) {
      forgotten = open.replacesFrame() ? open : forgotten;
    }
    if (forgotten != null) {
      settle(newest, forgotten.outside, forgotten.enclosing);
    }
  }

  /** The content as the ended ones of the chain leave the key. */
  static @Nullable Object undone(
      Key key, @Nullable Object content, @Nullable ThreadScope innermost) {
    Object undone = content;
    for (ThreadScope open = innermost; open != null && open.isEnded(); open = open.enclosing) {
      undone = open.restores(key) ? open.undo(undone) : undone;
    }
    return undone;
  }

  /**
   * The innermost of the given chain that has not ended, neither itself nor together with a request
   * around it.
   */
  private static @Nullable ThreadScope inForce(@Nullable ThreadScope innermost) {
    ThreadScope open = innermost;
    while (open != null && (open.isEnded() || !open.isInChain())) {
      open = open.enclosing;
    }
    return open;
  }

  private boolean isInChain() {
    ThreadScope open = CurrentContext.open();
    while (open != null && open != this) {
      open = open.enclosing;
    }
    return open == this;
  }

  /**
   * Ends this, which is open and on its own thread.
   *
   * @return whether everything begun later on this thread had ended before
   */
  final boolean end() {
    thread = null;
    ThreadScope newest = CurrentContext.open();
    ThreadScope inner = null;
    boolean held = false;
    boolean inOrder = true;
    for (ThreadScope open = newest; open != this; open = open.enclosing) {
      if (open == null) {
        return false; // a surrounding run, task or request is over, and put back what was there
      }
      inner = open;
      inOrder &= outranks(open);
      held |= heldBy(open);
    }
    if (inOrder) {
      settle(newest, CurrentContext.content(), this);
    } else if (!held && inner != null) {
      Object content = CurrentContext.content();
      inner.enclosing = enclosing;
      CurrentContext.replace(content, undo(content), newest);
    }
    return inOrder;
  }
}
