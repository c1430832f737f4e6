package org.asynclocal.internal.context;

import org.asynclocal.CallableOp;
import org.asynclocal.RunnableOp;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.hook.ExecutionStack;
import org.jspecify.annotations.Nullable;

/**
 * The context of a thread: its <em>content</em>, which is the current frame (or what the runtime's
 * {@link ContextHolder} makes of it), and its innermost {@link ThreadScope}. At the root both are
 * null, so that an idle thread of a server leads to no class of the application.
 *
 * <p>Reading takes the content alone, so it is in a thread local of its own. What is open is asked
 * for as seldom as can be: while something is open, the content is a frame that says so ({@link
 * ContextFrame#isOpened}), never null. And who puts content on the thread for the time of an
 * operation asks for neither at its end if the content says that nothing else replaced it ({@link
 * ContextFrame#isReplaced}). With a {@link ContextHolder} both are always asked for.
 *
 * <p>This is the one class that touches a {@link ThreadLocal}.
 */
public final class CurrentContext {
  private static final ThreadLocal<@Nullable Object> CONTENT = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable ThreadScope> OPEN = new ThreadLocal<>();
  private static final ThreadLocal<@Nullable ExecutionStack> TRACE = new ThreadLocal<>();

  /** Set with the first execution stack; until then, no thread is asked for one. */
  private static volatile boolean traced;

  private CurrentContext() {}

  /** The current thread's frame; null if nothing is bound. */
  public static @Nullable ContextFrame current() {
    return frameOf(CONTENT.get());
  }

  /** Returns whether entered values end with something on the current thread. */
  public static boolean isManaged() {
    ContextHolder owner = ContextHolder.installed();
    return CONTENT.get() != null || (owner != null && (OPEN.get() != null || owner.keepsEntered()));
  }

  /** Returns the execution stack of this thread; null while no resource runs on it. */
  public static @Nullable ExecutionStack trace() {
    return traced ? TRACE.get() : null;
  }

  /** Sets the execution stack of this thread. */
  public static void trace(@Nullable ExecutionStack trace) {
    traced = true;
    TRACE.set(trace);
  }

  /**
   * Calls the operation with the key bound, and restores that key alone, whatever happened inside.
   */
  public static <R extends @Nullable Object, X extends Throwable> R call(
      Key key, @Nullable Object value, CallableOp<R, X> op) throws X {
    Object outside = content();
    ThreadScope open = openBeneath(outside);
    ContextFrame outer = frameOf(outside);
    Object inside = bound(ContextFrame.bind(outer, key, value), key, outside);
    try {
      swap(outside, inside); // which calls listeners
      return op.call();
    } finally {
      endBinding(key, inside, outside, outer, open);
    }
  }

  /**
   * As {@link #call}, and not by way of it: what makes a call of the operation is an object more
   * wherever the compiler does not see through both.
   */
  public static <X extends Throwable> void run(Key key, @Nullable Object value, RunnableOp<X> op)
      throws X {
    Object outside = content();
    ThreadScope open = openBeneath(outside);
    ContextFrame outer = frameOf(outside);
    Object inside = bound(ContextFrame.bind(outer, key, value), key, outside);
    try {
      swap(outside, inside); // which calls listeners
      op.run();
    } finally {
      endBinding(key, inside, outside, outer, open);
    }
  }

  private static void endBinding(
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer,
      @Nullable ThreadScope open) {
    if (isUnchanged(inside, open)) {
      swap(inside, outside);
    } else {
      endChanged(key, inside, outside, outer, open);
    }
  }

  private static void endChanged(
      Key key,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer,
      @Nullable ThreadScope open) {
    if (open() != open) {
      ThreadScope.leave(key, open);
    }
    Object content = content();
    Object restored = ThreadScope.undone(key, undo(key, content, inside, outside, outer), open);
    replace(content, restored, open());
    markReplaced(outside);
  }

  /**
   * The content with the key as it was outside, in the outer frame: a plain swap back where nothing
   * was entered meanwhile.
   */
  static @Nullable Object undo(
      Key key,
      @Nullable Object content,
      @Nullable Object inside,
      @Nullable Object outside,
      @Nullable ContextFrame outer) {
    if (content == inside) {
      return outside;
    }
    ContextFrame entered = frameOf(content);
    ContextFrame restored =
        key.current() == key
            ? ContextFrame.restore(entered, key, outer)
            // Disabled meanwhile, perhaps more than once, and perhaps entered between.
            : ContextFrame.unbindStorage(entered, key);
    return unbound(restored, key, content, outside);
  }

  /** Binds the key until something else ends it: what {@code enterWith} asks for. */
  public static void enter(Key key, @Nullable Object value) {
    Object content = content();
    ContextFrame before = frameOf(content);
    enter(content, key, before, ContextFrame.bind(before, key, value));
  }

  /** Ends the binding of the key. */
  public static void leave(Key key) {
    Object content = content();
    ContextFrame before = frameOf(content);
    enter(content, key, before, ContextFrame.unbind(before, key));
  }

  private static void enter(
      @Nullable Object content,
      Key key,
      @Nullable ContextFrame before,
      @Nullable ContextFrame after) {
    put(content, entered(after, key, content), openBeneath(content));
    FrameListener.frameChanged(before, after);
  }

  /** Returns whether a thread's content is always its frame. */
  static boolean isOwnedByThread() {
    return ContextHolder.installed() == null;
  }

  /** The thread local of the content, for the agent, which sets it for a new thread. */
  static Object contentLocal() {
    return CONTENT;
  }

  static @Nullable Object content() {
    return CONTENT.get();
  }

  /** The innermost of what is open on the current thread. */
  static @Nullable ThreadScope open() {
    return OPEN.get();
  }

  /** The same for a thread with this content, which may spare the look. */
  static @Nullable ThreadScope openBeneath(@Nullable Object content) {
    return ContextHolder.installed() == null && !ContextFrame.isOpened((ContextFrame) content)
        ? null
        : OPEN.get();
  }

  static void open(@Nullable ThreadScope innermost) {
    OPEN.set(innermost);
  }

  /** Puts content on the thread for the time of an operation, or what was there back after it. */
  static void swap(@Nullable Object before, @Nullable Object after) {
    if (before != after) {
      CONTENT.set(after);
      tellListeners(before, after);
    }
  }

  /**
   * Returns whether the thread is as it was when the content was put on it for an operation: all
   * that an operation began on the thread has ended, and in order.
   *
   * @param inside the content
   * @param open what was open then
   */
  static boolean isUnchanged(@Nullable Object inside, @Nullable ThreadScope open) {
    return (ContextHolder.installed() == null && !ContextFrame.isReplaced((ContextFrame) inside))
        || (CONTENT.get() == inside && OPEN.get() == open && (open == null || !open.isEnded()));
  }

  /**
   * Puts content on the thread that stays until something else replaces it.
   *
   * @param before what is there
   * @param after what shall be
   * @param innermost what is open
   */
  static void replace(
      @Nullable Object before, @Nullable Object after, @Nullable ThreadScope innermost) {
    tellListeners(before, put(before, after, innermost));
  }

  static void tellListeners(@Nullable Object before, @Nullable Object after) {
    if (FrameListener.isListening() && before != after) {
      FrameListener.frameChanged(frameOf(before), frameOf(after));
    }
  }

  private static @Nullable Object put(
      @Nullable Object before, @Nullable Object after, @Nullable ThreadScope innermost) {
    markReplaced(before);
    Object put =
        ContextHolder.installed() == null
            ? ContextFrame.onThread((ContextFrame) after, innermost != null)
            : after;
    if (put != before) {
      CONTENT.set(put);
    }
    return put;
  }

  /** Marks the content, so that its installer restores it the slow way. */
  static void markReplaced(@Nullable Object content) {
    if (content instanceof ContextFrame frame) {
      frame.markReplaced();
    }
  }

  static @Nullable ContextFrame frameOf(@Nullable Object content) {
    ContextHolder owner = ContextHolder.installed();
    return owner == null ? (ContextFrame) content : owner.read(content);
  }

  static boolean owns(@Nullable Object content) {
    ContextHolder owner = ContextHolder.installed();
    return owner == null || owner.owns(content);
  }

  /** The content for an operation or a task with the frame, beneath which this is open. */
  static @Nullable Object begun(ContextFrame frame, @Nullable ThreadScope open) {
    ContextHolder owner = ContextHolder.installed();
    ContextFrame bound = frame.isEmpty() ? null : frame;
    return owner == null ? ContextFrame.onThread(bound, open != null) : owner.begun(bound);
  }

  static @Nullable Object bound(@Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextHolder owner = ContextHolder.installed();
    return owner == null ? frame : owner.bound(frame, key, content);
  }

  static @Nullable Object unbound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content, @Nullable Object outside) {
    ContextHolder owner = ContextHolder.installed();
    return owner == null ? frame : owner.unbound(frame, key, content, outside);
  }

  private static @Nullable Object entered(
      @Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextHolder owner = ContextHolder.installed();
    return owner == null ? frame : owner.entered(frame, key, content);
  }
}
