package org.asynclocal.internal.context;

import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;

/**
 * A change of a thread's content that lasts until it is ended: a {@link BindingScope} or a {@link
 * FrameScope}. The open scopes of a thread form a chain, so that ending them out of order leaves
 * nothing behind: a scope that ends while an inner one is open is undone when that one ends.
 *
 * <p>Confined to the thread that it was begun on.
 */
abstract class ThreadScope {
  final @Nullable Object outside;
  private @Nullable ThreadScope enclosing;

  /** The thread that this scope began on; null once it has ended. */
  private @Nullable Thread thread;

  ThreadScope(@Nullable Object outside) {
    this.thread = Thread.currentThread();
    this.outside = outside;
    this.enclosing = CurrentContext.openBeneath(outside);
  }

  /**
   * Puts this scope and its content on the thread, or neither: a listener may throw, and the stack
   * may end anywhere in here.
   */
  final void begin(@Nullable Object inside) {
    try {
      CurrentContext.open(this);
      CurrentContext.replace(outside, inside, this);
      if (replacesFrame()) {
        CurrentContext.tellOfTask(outside, inside);
      }
    } catch (Throwable failed) {
      thread = null;
      CurrentContext.putBack(inside, outside, enclosing);
      throw failed;
    }
  }

  /** Returns the content of the thread after the end of this scope, given its content now. */
  abstract @Nullable Object undo(@Nullable Object content);

  /** Returns whether the end of this scope takes effect only when the inner one has ended. */
  abstract boolean heldBy(ThreadScope inner);

  /** Returns whether an inner scope that is still open ends with this one. */
  abstract boolean outranks(ThreadScope inner);

  /** Returns whether this scope replaced the whole frame of the thread. */
  abstract boolean replacesFrame();

  /** Returns whether the end of this scope restores the binding of the key. */
  abstract boolean restores(Key key);

  final boolean isEnded() {
    return thread == null;
  }

  final boolean isOnThisThread() {
    return Thread.currentThread() == thread;
  }

  /**
   * Sets the thread's content, and undoes the scopes of the chain that have ended meanwhile.
   *
   * @param newest the innermost open scope of the thread
   * @param content the content
   * @param innermost the scope that becomes the innermost, or the next one outside that has not
   *     ended
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
   * Ends the scopes that are still open inside an operation that ran with the key bound. Scopes of
   * other keys outlive it, as {@code enterWith} does. A frame scope that is still open there was
   * begun by a runtime that forgot to end it.
   *
   * @param innermost the innermost scope when the operation began
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
    if (outer == innermost) { // otherwise the innermost scope has ended, and the others stay open
      for (ThreadScope open = newest; open != null && open != innermost; open = open.enclosing) {
        open.tellUnclosed();
      }
    }
  }

  /** Reports that this scope was still open when the one around it ended. */
  abstract void tellUnclosed();

  /** Ends the outermost frame scope above the base, and all scopes inside it. */
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

  /** The content after the ended scopes of the chain have restored the key. */
  static @Nullable Object undone(
      Key key, @Nullable Object content, @Nullable ThreadScope innermost) {
    Object undone = content;
    for (ThreadScope open = innermost; open != null && open.isEnded(); open = open.enclosing) {
      undone = open.restores(key) ? open.undo(undone) : undone;
    }
    return undone;
  }

  /**
   * The innermost scope of the chain that has not ended, neither by itself nor with a request
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
   * Ends this scope, which is open and on its own thread.
   *
   * @return whether all scopes begun later on this thread had ended before
   */
  final boolean end() {
    thread = null; // first: if an Error cuts this short, the scope around undoes this one too
    ThreadScope newest = CurrentContext.open();
    if (newest != null && newest.isEnded()) {
      settle(newest, CurrentContext.content(), newest);
      if (newest == this || !isInChain()) {
        return true;
      }
      newest = CurrentContext.open();
    }
    ThreadScope inner = null;
    boolean held = false;
    boolean inOrder = true;
    for (ThreadScope open = newest; open != this; open = open.enclosing) {
      if (open == null) {
        return false; // a surrounding run, task or request has ended and restored the content
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
