package org.asynclocal.internal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Shows what the current thread has to something outside of the library that keeps a state of the
 * thread too. While there is none, a change of the thread's frame costs one look at {@link
 * #active}.
 *
 * <p>Implementations are thread-safe and never throw.
 */
public abstract class Mirror {
  private static final Dormant MIRRORS = Dormant.create();

  private static volatile Mirror @Nullable [] active;

  /** The thread's frame is another one now. */
  protected abstract void show(@Nullable Frame before, @Nullable Frame after);

  /** Begins to tell the mirror. */
  public static synchronized void add(Mirror mirror) {
    Mirror[] old = active;
    int count = old == null ? 0 : old.length;
    Mirror[] all = new Mirror[count + 1];
    if (old != null) {
      System.arraycopy(old, 0, all, 0, count);
    }
    all[count] = mirror;
    active = all;
    MIRRORS.use();
  }

  /** Ends to tell the mirror. Does nothing if it is not told. */
  public static synchronized void remove(Mirror mirror) {
    Mirror[] old = active;
    if (old != null) {
      Mirror[] left = Arrays.stream(old).filter(each -> each != mirror).toArray(Mirror[]::new);
      active = left.length == 0 ? null : left;
    }
  }

  /** The thread's content was replaced. */
  static void contentChanged(@Nullable Object before, @Nullable Object after) {
    Mirror[] mirrors = active();
    if (mirrors != null && before != after) {
      tell(mirrors, ThreadSlot.frameOf(before), ThreadSlot.frameOf(after));
    }
  }

  /** What the thread shows was replaced, with its content or in the place that it stands for. */
  static void frameChanged(@Nullable Frame before, @Nullable Frame after) {
    Mirror[] mirrors = active();
    if (mirrors != null) {
      tell(mirrors, before, after);
    }
  }

  private static Mirror @Nullable [] active() {
    return MIRRORS.isUsed() ? active : null;
  }

  private static void tell(Mirror[] mirrors, @Nullable Frame before, @Nullable Frame after) {
    for (Mirror mirror : mirrors) {
      mirror.show(before, after);
    }
  }
}
