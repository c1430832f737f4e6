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
 * <p>The content has a thread-local of its own, since reading a store needs nothing else. The
 * innermost scope is rarely read: while a scope is open, the content is never null but a frame that
 * is marked as {@link ContextFrame#isOpened}. At the end of an operation neither is read unless the
 * content of the operation is marked as {@link ContextFrame#isReplaced}. With a {@link
 * ContextHolder}, both are always read.
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
    ContextHolder holder = ContextHolder.installed();
    return CONTENT.get() != null || (holder != null && (OPEN.get() != null || !holder.owns(null)));
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
   * Calls the operation with the key bound, and restores that key alone, however the operation
   * ends.
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
   * Runs the operation with the key bound, as {@link #call} does. It does not delegate to {@link
   * #call}: an adapter would be one more object wherever the compiler does not inline both.
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

  /** Binds the key until something else ends it, for {@code enterWith}. */
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

  /** The innermost open scope of the current thread. */
  static @Nullable ThreadScope open() {
    return OPEN.get();
  }

  /** The innermost open scope of a thread with this content; often read from the content alone. */
  static @Nullable ThreadScope openBeneath(@Nullable Object content) {
    return ContextHolder.installed() == null && !ContextFrame.isOpened((ContextFrame) content)
        ? null
        : OPEN.get();
  }

  static void open(@Nullable ThreadScope innermost) {
    OPEN.set(innermost);
  }

  /** Sets the content for the time of an operation, or restores the earlier one after it. */
  static void swap(@Nullable Object before, @Nullable Object after) {
    if (before != after) {
      CONTENT.set(after);
      tellListeners(before, after);
    }
  }

  /**
   * Returns whether the thread is as it was when an operation began: everything that the operation
   * began on it has ended, in order.
   *
   * @param inside the content of the operation
   * @param open the innermost scope when the operation began
   */
  static boolean isUnchanged(@Nullable Object inside, @Nullable ThreadScope open) {
    return (ContextHolder.installed() == null && !ContextFrame.isReplaced((ContextFrame) inside))
        || (CONTENT.get() == inside && OPEN.get() == open && (open == null || !open.isEnded()));
  }

  /**
   * Sets the content until something else replaces it.
   *
   * @param before the content now
   * @param after the new content
   * @param innermost the innermost open scope
   */
  static void replace(
      @Nullable Object before, @Nullable Object after, @Nullable ThreadScope innermost) {
    tellListeners(before, put(before, after, innermost));
  }

  /** Undoes a {@link #replace} that failed, first what needs no more stack than it did. */
  static void putBack(
      @Nullable Object failed, @Nullable Object before, @Nullable ThreadScope innermost) {
    CONTENT.set(before);
    OPEN.set(innermost);
    tellListeners(failed, before);
  }

  static void tellListeners(@Nullable Object before, @Nullable Object after) {
    if (FrameListener.isListening() && before != after) {
      FrameListener.frameChanged(frameOf(before), frameOf(after));
    }
  }

  /** Reports to listeners a task that begins on a thread with this content. */
  static void tellOfTask(@Nullable Object outside, @Nullable Object inside) {
    if (outside == null && FrameListener.isListening()) {
      FrameListener.taskBegun(frameOf(inside));
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
    ContextHolder holder = ContextHolder.installed();
    return holder == null ? (ContextFrame) content : holder.read(content);
  }

  static boolean owns(@Nullable Object content) {
    ContextHolder holder = ContextHolder.installed();
    return holder == null || holder.owns(content);
  }

  /** The content for an operation or a task with the frame, inside the open scope. */
  static @Nullable Object begun(ContextFrame frame, @Nullable ThreadScope open) {
    ContextHolder holder = ContextHolder.installed();
    ContextFrame bound = frame.isEmpty() ? null : frame;
    return holder == null ? ContextFrame.onThread(bound, open != null) : holder.begun(bound);
  }

  static @Nullable Object bound(@Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextHolder holder = ContextHolder.installed();
    return holder == null ? frame : holder.bound(frame, key, content);
  }

  static @Nullable Object unbound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content, @Nullable Object outside) {
    ContextHolder holder = ContextHolder.installed();
    return holder == null ? frame : holder.unbound(frame, key, content, outside);
  }

  private static @Nullable Object entered(
      @Nullable ContextFrame frame, Key key, @Nullable Object content) {
    ContextHolder holder = ContextHolder.installed();
    return holder == null ? frame : holder.entered(frame, key, content);
  }
}
