package org.asynclocal.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a thread holds of ours: one array of JDK type, whose {@link #CONTENT} is the current frame
 * (or what the runtime's {@link FrameOwner} makes of it) and whose {@link #OPEN} is the innermost
 * {@link Opening}. At the root both are null, so that an idle thread of a server leads to no class
 * of the application. The array costs a read one step more than the frame itself in the thread
 * local would, and saves each binding two thread locals' worth of writing; a third element would
 * cost each virtual thread 8 bytes, so the hooks have a thread local of their own.
 *
 * <p>This is the one class that touches a {@link ThreadLocal}.
 */
public final class ThreadSlot {
  static final int CONTENT = 0;
  static final int OPEN = 1;
  private static final int SIZE = 2;

  private static final ThreadLocal<@Nullable Object[]> CELL = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable ThreadTrace> TRACE = new ThreadLocal<>();

  /** Whether a trace was ever set, without which no thread is asked for one. */
  private static volatile boolean traced;

  private ThreadSlot() {}

  /** The current thread's frame; null if nothing is bound. */
  public static @Nullable Frame current() {
    @Nullable Object[] cell = CELL.get();
    return frameOf(cell == null ? null : cell[CONTENT]);
  }

  /** Whether something on the current thread ends what is entered there. */
  public static boolean isManaged() {
    @Nullable Object[] cell = CELL.get();
    FrameOwner owner = FrameOwner.installed();
    return (cell != null && (cell[CONTENT] != null || cell[OPEN] != null))
        || (owner != null && owner.keepsEntered());
  }

  /** What the hooks hold for this thread; null while no resource runs on it. */
  public static @Nullable ThreadTrace trace() {
    return traced ? TRACE.get() : null;
  }

  /** Sets what the hooks hold for this thread. */
  public static void trace(@Nullable ThreadTrace trace) {
    traced = true;
    TRACE.set(trace);
  }

  /** Binds the key until something else ends it: what {@code enterWith} asks for. */
  public static void enter(Key key, @Nullable Object value) {
    @Nullable Object[] cell = cell();
    Object content = cell[CONTENT];
    Frame before = frameOf(content);
    Frame after = Frame.bind(before, key, value);
    cell[CONTENT] = entered(after, key, content);
    Mirror.frameChanged(before, after);
  }

  /** Ends the binding of the key. */
  public static void leave(Key key) {
    @Nullable Object[] cell = cell();
    Object content = cell[CONTENT];
    Frame before = frameOf(content);
    Frame after = Frame.unbind(before, key);
    cell[CONTENT] = entered(after, key, content);
    Mirror.frameChanged(before, after);
  }

  /** The current thread's own cell, made at its first use. */
  static @Nullable Object[] cell() {
    @Nullable Object[] cell = CELL.get();
    if (cell == null) {
      cell = new Object[SIZE];
      CELL.set(cell);
    }
    return cell;
  }

  /**
   * Stores what is not there already: a look costs less than the garbage collector's part of a
   * store, and a task that is run where it was captured, or had nothing opened in it, changes
   * nothing.
   */
  static void put(@Nullable Object[] cell, int element, @Nullable Object value) {
    if (cell[element] != value) {
      cell[element] = value;
    }
  }

  static @Nullable Opening open(@Nullable Object[] cell) {
    return (Opening) cell[OPEN];
  }

  static @Nullable Frame frameOf(@Nullable Object content) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null ? (Frame) content : owner.read(content);
  }

  static boolean owns(@Nullable Object content) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null || owner.owns(content);
  }

  static @Nullable Object begun(@Nullable Frame frame) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null ? frame : owner.begun(frame);
  }

  static @Nullable Object bound(@Nullable Frame frame, Key key, @Nullable Object content) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null ? frame : owner.bound(frame, key, content);
  }

  static @Nullable Object unbound(
      @Nullable Frame frame, Key key, @Nullable Object content, @Nullable Object outside) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null ? frame : owner.unbound(frame, key, content, outside);
  }

  private static @Nullable Object entered(
      @Nullable Frame frame, Key key, @Nullable Object content) {
    FrameOwner owner = FrameOwner.installed();
    return owner == null ? frame : owner.entered(frame, key, content);
  }
}
