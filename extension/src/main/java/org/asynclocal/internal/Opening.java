package org.asynclocal.internal;

import org.jspecify.annotations.Nullable;

/**
 * Something put on a thread until it is ended: a {@link StorageScope} or a {@link Replay}. The open
 * ones of a thread form a chain from its cell, so that ending them in another order than the
 * reverse leaves nothing behind: one that ends while an inner one is open is undone together with
 * that.
 *
 * <p>Confined to the thread that it was begun on.
 */
abstract class Opening {
  final @Nullable Object outside;
  private @Nullable Opening enclosing;

  /** The cell of the thread it was begun on; null once it has ended. */
  private @Nullable Object @Nullable [] cell;

  Opening(@Nullable Object[] cell, @Nullable Object inside) {
    this.cell = cell;
    this.outside = cell[ThreadSlot.CONTENT];
    this.enclosing = ThreadSlot.open(cell);
    ThreadSlot.put(cell, ThreadSlot.CONTENT, inside);
    cell[ThreadSlot.OPEN] = this;
    Mirror.contentChanged(outside, inside);
  }

  /** What the thread is to hold when this has ended, given what it holds now. */
  abstract @Nullable Object undo(@Nullable Object content);

  /** Whether this must stay in force for as long as the other, an inner one, is open. */
  abstract boolean heldBy(Opening inner);

  /** Whether an unfinished inner one ends together with this. */
  abstract boolean outranks(Opening inner);

  /** Whether its end says what the key is bound to. */
  abstract boolean restores(Key key);

  final boolean isEnded() {
    return cell == null;
  }

  final boolean isOnThisThread() {
    return ThreadSlot.cell() == cell;
  }

  /** Puts content on the thread, and undoes those of the given chain that ended meanwhile. */
  static void settle(
      @Nullable Object[] cell, @Nullable Object content, @Nullable Opening innermost) {
    if (cell[ThreadSlot.OPEN] != innermost) {
      tellUnclosed(cell, innermost);
    }
    Object settled = content;
    Opening open = innermost;
    while (open != null && open.isEnded()) {
      settled = open.undo(settled);
      open = open.enclosing;
    }
    Object before = cell[ThreadSlot.CONTENT];
    ThreadSlot.put(cell, ThreadSlot.CONTENT, settled);
    ThreadSlot.put(cell, ThreadSlot.OPEN, open);
    Mirror.contentChanged(before, settled);
  }

  /**
   * Ends what is still open inside an operation that ran with the key bound, all but scopes of
   * other keys: they outlive it, as {@code enterWith} does. A replay left open there is one that a
   * runtime began and forgot.
   *
   * @param innermost what was innermost when the operation began
   */
  static void leave(@Nullable Object[] cell, Key key, @Nullable Opening innermost) {
    Opening base = unended(innermost);
    endForgotten(cell, base);
    Opening kept = null;
    for (Opening open = ThreadSlot.open(cell);
        open != base && open != null;
        open = open.enclosing) {
      if (open.restores(key)) {
        open.tellUnclosed();
        continue;
      }
      if (kept == null) {
        cell[ThreadSlot.OPEN] = open;
      } else {
        kept.enclosing = open;
      }
      kept = open;
    }
    if (kept == null) {
      cell[ThreadSlot.OPEN] = base;
    } else {
      kept.enclosing = base;
    }
  }

  /** Tells what is open inside the given one that it ends with what surrounds it. */
  private static void tellUnclosed(@Nullable Object[] cell, @Nullable Opening innermost) {
    Opening outer = ThreadSlot.open(cell);
    while (outer != null && outer != innermost) {
      outer = outer.enclosing;
    }
    if (outer == innermost) { // else what was innermost has ended itself, and the rest goes on
      for (Opening open = ThreadSlot.open(cell);
          open != null && open != innermost;
          open = open.enclosing) {
        open.tellUnclosed();
      }
    }
  }

  /** What surrounds this has ended. Tells who has to know, if this has not ended itself. */
  abstract void tellUnclosed();

  /** Ends the outermost replay above the base, and all inside it. */
  private static void endForgotten(@Nullable Object[] cell, @Nullable Opening base) {
    Opening forgotten = null;
    for (Opening open = ThreadSlot.open(cell);
        open != base && open != null;
        open = open.enclosing) {
      forgotten = open instanceof Replay ? open : forgotten;
    }
    if (forgotten != null) {
      settle(cell, forgotten.outside, forgotten.enclosing);
    }
  }

  /** The content as the ended ones of the chain leave the key. */
  static @Nullable Object undone(Key key, @Nullable Object content, @Nullable Opening innermost) {
    Object undone = content;
    for (Opening open = innermost; open != null && open.isEnded(); open = open.enclosing) {
      undone = open.restores(key) ? open.undo(undone) : undone;
    }
    return undone;
  }

  private static @Nullable Opening unended(@Nullable Opening innermost) {
    Opening open = innermost;
    while (open != null && open.isEnded()) {
      open = open.enclosing;
    }
    return open;
  }

  /**
   * Ends this, which is open and on its own thread.
   *
   * @return whether everything begun later on this thread had ended before
   */
  final boolean end() {
    @Nullable Object[] thread = ThreadSlot.cell();
    cell = null;
    Opening inner = null;
    boolean held = false;
    boolean inOrder = true;
    for (Opening open = ThreadSlot.open(thread); open != this; open = open.enclosing) {
      if (open == null) {
        return false; // a surrounding run, task or request is over, and put back what was there
      }
      inner = open;
      inOrder &= outranks(open);
      held |= heldBy(open);
    }
    if (inOrder) {
      settle(thread, thread[ThreadSlot.CONTENT], this);
    } else if (!held && inner != null) {
      Object content = thread[ThreadSlot.CONTENT];
      Object undone = undo(content);
      thread[ThreadSlot.CONTENT] = undone;
      inner.enclosing = enclosing;
      Mirror.contentChanged(content, undone);
    }
    return inOrder;
  }
}
