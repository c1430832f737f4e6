package org.asynclocal.internal.context;

import java.util.ServiceLoader;
import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request a thread's frame belongs to, in a runtime that runs many requests in turns
 * on one thread. Without one, a frame belongs to the thread that it is on, which is right wherever
 * a request has its thread for itself.
 *
 * <p>A thread's content is what this made of frames, or null; what a frame is put on the thread for
 * decides what is made of it. The core puts a content back by reference when what put another one
 * there has ended, so contents are immutable, and one that belongs to another owner than the
 * current is left as it is.
 *
 * <p>The one internal extension point of the slot: found once, at first use, as a service of the
 * library's own class loader. Implementations are thread-safe; only {@link #entered} throws.
 */
public abstract class ContextHolder {

  /** Returns whether the process has the runtime that this is made for. */
  public boolean isSupported() {
    return true;
  }

  /** The frame that a thread with this content shows to its current owner. */
  public abstract @Nullable ContextFrame read(@Nullable Object content);

  /** Returns whether the current owner put this content on the thread. */
  public abstract boolean owns(@Nullable Object content);

  /** Returns whether entered values last until the end of the current owner. */
  public abstract boolean keepsEntered();

  /** The content for a task, which has the frame and ends what is entered in it. */
  public abstract @Nullable Object begun(@Nullable ContextFrame frame);

  /** The content for the time that the key is bound in the frame, on top of the given one. */
  public abstract @Nullable Object bound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content);

  /**
   * The content after {@code enterWith}.
   *
   * @param frame the frame now current, with the key as it was entered
   * @param key what was entered
   * @param content what the thread held before
   * @throws IllegalStateException if the current owner has nothing that the binding could last for
   */
  public abstract @Nullable Object entered(
      @Nullable ContextFrame frame, Key key, @Nullable Object content);

  /**
   * The content after a binding of the key has ended in which something was entered.
   *
   * @param frame the frame without what was bound
   * @param key what was bound
   * @param content what the thread holds
   * @param outside what it held before {@link #bound}
   */
  public abstract @Nullable Object unbound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content, @Nullable Object outside);

  static @Nullable ContextHolder installed() {
    return Installed.OWNER;
  }

  /** Looks the service up when the slot is first used, not when a public type is initialized. */
  private static final class Installed {
    static final @Nullable ContextHolder OWNER = load();

    private static @Nullable ContextHolder load() {
      ServiceLoader<ContextHolder> found =
          ServiceLoader.load(ContextHolder.class, ContextHolder.class.getClassLoader());
      for (ContextHolder holder : found) {
        if (holder.isSupported()) {
          return holder;
        }
      }
      return null;
    }
  }
}
