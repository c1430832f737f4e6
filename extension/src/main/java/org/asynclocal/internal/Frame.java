package org.asynclocal.internal;

import static java.util.Objects.requireNonNull;

import org.asynclocal.CallableOp;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.RunnableOp;
import org.jspecify.annotations.Nullable;

/**
 * The bindings of all storages at one point of a flow. Immutable, so that a capture is one
 * reference however many storages there are.
 *
 * <p>The newest binding sits in the frame itself and the others in a table: entering a storage
 * allocates one small object and copies nothing. The table that an inner frame needs is made once
 * and kept by the outer one. A key is never in both places, so that a frame holds no value which it
 * hides. {@link #EXITED} is always in the table, so that who finds a key in the frame itself has
 * its value.
 *
 * <p>A thread without any binding has no frame: that is {@code null} on a thread and {@link #EMPTY}
 * as a snapshot.
 */
public final class Frame implements ContextSnapshot {
  /** Stands for "no binding", which is not the same as a binding to null. */
  public static final Object ABSENT = new Object();

  /** Bound by {@code exit}: no value, and no default either. */
  public static final Object EXITED = new Object();

  private static final Frame EMPTY = new Frame(null, null, null);

  private final @Nullable Key key;
  private final @Nullable Object value;
  private final @Nullable Table rest;

  /** Of the last inner frame. Racy on purpose: immutable, and two threads make equal ones. */
  private @Nullable Others others;

  /**
   * What a door made of this frame, kept so that the next capture of the same frame allocates
   * nothing. Racy as well.
   */
  private @Nullable CapturedContext captured;

  private Frame(@Nullable Key key, @Nullable Object value, @Nullable Table rest) {
    this.key = key;
    this.value = value;
    this.rest = rest;
  }

  /** The current thread's bindings. Never null; O(1). */
  public static Frame capture() {
    Frame frame = ThreadSlot.current();
    return frame == null ? EMPTY : frame;
  }

  /** The snapshot of a thread without bindings. */
  public static Frame empty() {
    return EMPTY;
  }

  /** What a door last made of this frame. */
  public @Nullable CapturedContext captured() {
    return captured;
  }

  /** The value that the frame binds to the key, or {@link #ABSENT}. */
  public static @Nullable Object get(@Nullable Frame frame, Key key) {
    if (frame == null) {
      return ABSENT;
    }
    if (frame.key == key) {
      return frame.value;
    }
    Table rest = frame.rest;
    return rest == null ? ABSENT : rest.get(key);
  }

  /** Whether {@link #newest} is the key's value: asked first, for it is the cheapest to ask. */
  public boolean isNewest(Key key) {
    return this.key == key;
  }

  /** The value that was bound last. */
  public @Nullable Object newest() {
    return value;
  }

  /** The frame with the key bound to the value. */
  public static Frame bind(@Nullable Frame frame, Key key, @Nullable Object value) {
    Table rest = frame == null ? null : frame.othersThan(key);
    if (value == EXITED) {
      return new Frame(null, null, rest == null ? Table.of(key, value) : rest.with(key, value));
    }
    return new Frame(key, value, rest);
  }

  /** The frame without a binding for the key; null if none is left. */
  public static @Nullable Frame unbind(@Nullable Frame frame, Key key) {
    if (frame == null) {
      return null;
    }
    Table rest = frame.rest;
    if (frame.key == key) {
      return rest == null ? null : new Frame(null, null, rest);
    }
    if (rest == null || !rest.has(key)) {
      return frame;
    }
    Table left = rest.without(key);
    return left == null && frame.key == null ? null : new Frame(frame.key, frame.value, left);
  }

  /** The frame without a binding for any key that the storage of the given one has or had. */
  static @Nullable Frame unbindStorage(@Nullable Frame frame, Key key) {
    Frame left = frame;
    for (Key bound = keyOfStorageOf(left, key); bound != null; bound = keyOfStorageOf(left, key)) {
      left = unbind(left, bound);
    }
    return left;
  }

  private static @Nullable Key keyOfStorageOf(@Nullable Frame frame, Key key) {
    if (frame == null) {
      return null;
    }
    Key top = frame.key;
    if (top != null && top.isOfStorageOf(key)) {
      return top;
    }
    Table rest = frame.rest;
    return rest == null ? null : rest.keyOfStorageOf(key);
  }

  /** The frame with the key as the origin has it. */
  public static @Nullable Frame restore(@Nullable Frame frame, Key key, @Nullable Frame origin) {
    Object value = get(origin, key);
    return value == ABSENT ? unbind(frame, key) : bind(frame, key, value);
  }

  @Override
  public <X extends Throwable> void run(RunnableOp<X> op) throws X {
    requireNonNull(op, "op");
    this.<@Nullable Void, X>call(
        () -> {
          op.run();
          return null;
        });
  }

  @Override
  public <R extends @Nullable Object, X extends Throwable> R call(CallableOp<R, X> op) throws X {
    requireNonNull(op, "op");
    @Nullable Object[] cell = ThreadSlot.cell();
    Object outside = cell[ThreadSlot.CONTENT];
    Opening open = ThreadSlot.open(cell);
    Object inside = ThreadSlot.begun(onThread());
    ThreadSlot.put(cell, ThreadSlot.CONTENT, inside);
    Mirror.contentChanged(outside, inside);
    try {
      return op.call();
    } finally {
      Opening.settle(cell, outside, open);
    }
  }

  void captured(CapturedContext made) {
    captured = made;
  }

  /** How many storages are bound. */
  public int size() {
    return (key == null ? 0 : 1) + (rest == null ? 0 : rest.size());
  }

  /** This frame as a thread holds it: null for the empty one. */
  @Nullable Frame onThread() {
    return this == EMPTY ? null : this;
  }

  /** The table of an inner frame that binds the key. */
  private @Nullable Table othersThan(Key inner) {
    if (key == inner) {
      return rest;
    }
    Others made = others;
    if (made == null || !made.serve(inner)) {
      made = makeOthers(inner);
      others = made;
    }
    return made.table;
  }

  private Others makeOthers(Key inner) {
    boolean hidden = rest != null && rest.has(inner);
    Table table = hidden && rest != null ? rest.without(inner) : rest;
    if (key != null) {
      table = table == null ? Table.of(key, value) : table.with(key, value);
    }
    return new Others(hidden ? inner : null, table);
  }

  /**
   * All bindings of a frame in one table, without that of the key, if there is one: whoever binds
   * the same key again and again on one frame does not copy a path each time.
   */
  private record Others(@Nullable Key without, @Nullable Table table) {
    boolean serve(Key inner) {
      return without == null ? table == null || !table.has(inner) : without == inner;
    }
  }

  @Override
  public String toString() {
    return "ContextSnapshot[" + size() + " bound]";
  }
}
