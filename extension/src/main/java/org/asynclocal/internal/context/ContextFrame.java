package org.asynclocal.internal.context;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import org.asynclocal.CallableOp;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.RunnableOp;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.binding.KeyRegistry;
import org.asynclocal.internal.binding.StorageIdentity;
import org.asynclocal.internal.hook.CaptureMonitor;
import org.asynclocal.internal.hook.Handoff;
import org.asynclocal.internal.hook.HookBridge;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of all storages at one point of a flow. A capture is one reference to a frame,
 * however many storages there are.
 *
 * <p>The bindings of a frame never change. Three other fields do: two marks, which are only ever
 * set, and a cache of objects made from the frame. The marks record what may have happened on a
 * thread while the frame was on it. A thread always sees the marks that it set itself; one that
 * another thread set only makes it look more closely.
 *
 * <p>The newest binding is in the frame itself and the others in a map of {@link Bindings}: binding
 * a storage allocates one small object and copies nothing. The map that an inner frame needs is
 * made once and kept by the outer one. A key is never in both places, so that a frame holds no
 * value that it hides. {@link Bindings#EXITED} is always in the map, so that a key in the frame
 * itself always has a value.
 *
 * <p>A thread without any binding has no frame: that is {@code null} on a thread, or {@link #EMPTY}
 * while a scope is open there, and {@link #EMPTY} as a snapshot.
 */
public final class ContextFrame implements ContextSnapshot {
  private static final VarHandle MADE = madeField();

  private static final ContextFrame EMPTY = new ContextFrame(null, null, null, false);

  private final @Nullable Key key;
  private final @Nullable Object value;

  /** The {@link Bindings} of the others. */
  private final @Nullable Object rest;

  /**
   * A cache: the map of all bindings of this frame, or {@link Made}. Threads may race to fill it,
   * since what they make is equal and never changes. Volatile, so that a thread that sees an array
   * sees its content; written in release mode by {@link #MADE}, which costs less.
   */
  private volatile @Nullable Object made;

  private boolean opened;
  private boolean replaced;

  private ContextFrame(
      @Nullable Key key, @Nullable Object value, @Nullable Object rest, boolean opened) {
    this.key = key;
    this.value = value;
    this.rest = rest;
    this.opened = opened;
  }

  private static VarHandle madeField() {
    try {
      return MethodHandles.lookup().findVarHandle(ContextFrame.class, "made", Object.class);
    } catch (ReflectiveOperationException impossible) { // it is in this class
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** The current thread's bindings. Never null; O(1). */
  public static ContextFrame capture() {
    ContextFrame frame = CurrentContext.current();
    return frame == null ? EMPTY : frame;
  }

  /**
   * The current thread's bindings as a snapshot, which is a resource of its own while a hook is
   * enabled.
   */
  public static ContextSnapshot snapshot() {
    // Asked first: otherwise a capture that nothing observes takes a third longer on JDK 17.
    return CaptureMonitor.isObserved() ? observedSnapshot() : capture();
  }

  private static ContextSnapshot observedSnapshot() {
    HookBridge hooks = CaptureMonitor.captured();
    return hooks == null ? capture() : hooks.snapshot();
  }

  /**
   * The value of the first storage of the name that the frame binds.
   *
   * @return the value, {@link Bindings#EXITED}, or {@link Bindings#ABSENT} if none is bound
   */
  public static @Nullable Object get(@Nullable ContextFrame frame, String name) {
    if (frame == null) {
      return Bindings.ABSENT;
    }
    for (Reference<StorageIdentity> named : KeyRegistry.named(name)) {
      StorageIdentity storage = named.get();
      Object value = storage == null ? Bindings.ABSENT : get(frame, storage.current());
      if (value != Bindings.ABSENT) {
        return value;
      }
    }
    return Bindings.ABSENT;
  }

  /** The snapshot of a thread without bindings. */
  public static ContextFrame empty() {
    return EMPTY;
  }

  /** Returns the snapshot that a provider last kept with {@link #captured(Object)}. */
  public @Nullable Object captured() {
    return made instanceof Made known ? known.captured : null;
  }

  /**
   * Returns whether a scope may be open on the thread that the frame is on. Frames that are made of
   * this one for that thread say the same.
   */
  static boolean isOpened(@Nullable ContextFrame frame) {
    return frame != null && frame.opened;
  }

  /**
   * Returns whether another frame may have replaced this one on a thread without putting it back by
   * the time it ended. For null that is unknown, so the answer is true.
   */
  static boolean isReplaced(@Nullable ContextFrame frame) {
    return frame == null || frame.replaced;
  }

  void markReplaced() {
    replaced = true;
  }

  /** The frame for a thread on which something or nothing is open. */
  static @Nullable ContextFrame onThread(@Nullable ContextFrame frame, boolean opened) {
    if (!opened) {
      return frame == null || frame.isEmpty() ? null : frame;
    }
    ContextFrame marked = frame == null ? EMPTY : frame;
    marked.opened = true;
    return marked;
  }

  /** The value that the frame binds to the key, or {@link Bindings#ABSENT}. */
  public static @Nullable Object get(@Nullable ContextFrame frame, Key key) {
    if (frame == null) {
      return Bindings.ABSENT;
    }
    if (frame.key == key) {
      return frame.value;
    }
    return Bindings.get(frame.rest, key);
  }

  /**
   * Returns whether {@link #newest} is the key's value. Readers check it first, since it is cheap.
   */
  public boolean isNewest(Key key) {
    return this.key == key;
  }

  /** The value that was bound last. */
  public @Nullable Object newest() {
    return value;
  }

  /** The frame with the key bound to the value. */
  public static ContextFrame bind(@Nullable ContextFrame frame, Key key, @Nullable Object value) {
    Object rest = frame == null ? null : frame.othersThan(key);
    if (value == Bindings.EXITED) {
      return new ContextFrame(null, null, Bindings.with(rest, key, value), isOpened(frame));
    }
    return new ContextFrame(key, value, rest, isOpened(frame));
  }

  /** The frame without a binding for the key; null if none is left. */
  public static @Nullable ContextFrame unbind(@Nullable ContextFrame frame, Key key) {
    if (frame == null) {
      return null;
    }
    Object rest = frame.rest;
    if (frame.key == key) {
      return rest == null ? null : new ContextFrame(null, null, rest, frame.opened);
    }
    Object left = Bindings.without(rest, key);
    if (left == rest) {
      return frame;
    }
    return left == null && frame.key == null
        ? null
        : new ContextFrame(frame.key, frame.value, left, frame.opened);
  }

  /** The frame without a binding for any key that the storage of the given one has or had. */
  static @Nullable ContextFrame unbindStorage(@Nullable ContextFrame frame, Key key) {
    ContextFrame left = frame;
    for (Key bound = keyOfStorageOf(left, key); bound != null; bound = keyOfStorageOf(left, key)) {
      left = unbind(left, bound);
    }
    return left;
  }

  private static @Nullable Key keyOfStorageOf(@Nullable ContextFrame frame, Key key) {
    if (frame == null) {
      return null;
    }
    Key top = frame.key;
    if (top != null && top.isOfStorageOf(key)) {
      return top;
    }
    return Bindings.keyOfStorageOf(frame.rest, key);
  }

  /** The frame with the key as the origin has it. */
  public static @Nullable ContextFrame restore(
      @Nullable ContextFrame frame, Key key, @Nullable ContextFrame origin) {
    Object value = get(origin, key);
    return value == Bindings.ABSENT ? unbind(frame, key) : bind(frame, key, value);
  }

  @Override
  public <X extends Throwable> void run(RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    Object outside = CurrentContext.content();
    ThreadScope open = CurrentContext.openBeneath(outside);
    Object inside = CurrentContext.begun(this, open);
    try {
      CurrentContext.swap(outside, inside); // which calls listeners
      CurrentContext.tellOfTask(outside, inside);
      op.run();
    } finally {
      end(inside, outside, open);
    }
  }

  @Override
  public <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    return call(CurrentContext.content(), op);
  }

  /** Calls the operation on a thread with this content. */
  <R extends @Nullable Object, X extends Throwable> R call(
      @Nullable Object outside, CallableOp<R, X> op) throws X {
    ThreadScope open = CurrentContext.openBeneath(outside);
    Object inside = CurrentContext.begun(this, open);
    try {
      CurrentContext.swap(outside, inside); // which calls listeners
      CurrentContext.tellOfTask(outside, inside);
      return op.call();
    } finally {
      end(inside, outside, open);
    }
  }

  private static void end(
      @Nullable Object inside, @Nullable Object outside, @Nullable ThreadScope open) {
    if (!CurrentContext.isUnchanged(inside, open)) {
      ThreadScope.settle(CurrentContext.open(), outside, open);
      CurrentContext.markReplaced(outside);
    } else {
      CurrentContext.swap(inside, outside);
    }
  }

  /** Returns whether a thread with this content has this frame, and no scope is open there. */
  boolean isAlone(@Nullable Object content) {
    return content == this && !opened && CurrentContext.isOwnedByThread();
  }

  /** Restores this frame after an operation, on a thread where it {@link #isAlone was alone}. */
  void backHere() {
    if (replaced) {
      end(this, this, null);
    }
  }

  @Override
  public Executor bindExecutor(Executor executor) {
    return Handoff.executor(executor, this::bindRunnable);
  }

  @Override
  public ThreadFactory bindThreadFactory(ThreadFactory factory) {
    return Handoff.threadFactory(factory, this::bindRunnable);
  }

  @Override
  public Runnable bindRunnable(Runnable task) {
    // Checked last: a check while the object is made takes an eighth longer.
    BoundTask bound = new BoundTask(this, task);
    requireNonNull(task, "task");
    return bound;
  }

  /** Keeps what a provider made of this frame, for its next capture. */
  void captured(Object captured) {
    Object known = made;
    if (known instanceof Made more) {
      made(new Made(more.without, more.table, captured));
    } else {
      made(new Made(known == null ? Made.NO_TABLE : null, known, captured));
    }
  }

  private void made(@Nullable Object made) {
    MADE.setRelease(this, made);
  }

  boolean isEmpty() {
    return key == null && rest == null;
  }

  /** How many storages are bound. */
  public int size() {
    return (key == null ? 0 : 1) + Bindings.size(rest);
  }

  /** The table of an inner frame that binds the key. */
  private @Nullable Object othersThan(Key inner) {
    if (key == inner) {
      return rest;
    }
    Object known = made;
    if (known instanceof Made more) {
      return more.serves(inner) ? more.table : makeTable(inner, more.captured);
    }
    return known == null || Bindings.has(known, inner) ? makeTable(inner, null) : known;
  }

  private @Nullable Object makeTable(Key inner, @Nullable Object captured) {
    Object others = Bindings.without(rest, inner);
    Object table = key == null ? others : Bindings.with(others, key, value);
    boolean hidden = others != rest;
    made(hidden || captured != null ? new Made(hidden ? inner : null, table, captured) : table);
    return table;
  }

  /**
   * A cache of objects made from a frame, for the next inner frame and for the next capture by the
   * same provider.
   *
   * @param without the key that the table leaves out although the frame binds it, so that binding
   *     the same key on this frame again copies no path
   * @param table all other bindings of the frame
   * @param captured what a provider last made of the frame
   */
  private record Made(@Nullable Key without, @Nullable Object table, @Nullable Object captured) {
    /** Stands for a table that was not made yet. */
    static final Key NO_TABLE = new Key(0);

    boolean serves(Key inner) {
      return without == null ? !Bindings.has(table, inner) : without == inner;
    }
  }

  /**
   * A task bound to a frame, and the operation that the frame calls for it. One object has both
   * roles, so that running the task allocates nothing. On a thread that has the frame already, it
   * runs the task directly.
   */
  private static final class BoundTask
      implements Runnable, CallableOp<@Nullable Void, RuntimeException> {
    private final ContextFrame frame;
    private final Runnable task;

    BoundTask(ContextFrame frame, Runnable task) {
      this.frame = frame;
      this.task = task;
    }

    @Override
    public void run() {
      Object content = CurrentContext.content();
      if (!frame.isAlone(content)) {
        frame.call(content, this);
        return;
      }
      try {
        task.run();
      } finally {
        frame.backHere();
      }
    }

    @Override
    public @Nullable Void call() {
      task.run();
      return null;
    }
  }

  @Override
  public String toString() {
    return "ContextSnapshot[" + size() + " bound]";
  }
}
