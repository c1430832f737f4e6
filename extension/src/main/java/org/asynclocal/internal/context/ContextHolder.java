package org.asynclocal.internal.context;

import java.util.ServiceLoader;
import org.asynclocal.internal.binding.Key;
import org.jspecify.annotations.Nullable;

/**
 * Decides which request a thread's frame belongs to, in a runtime that runs many requests in turns
 * on one thread. Without a holder, a frame belongs to the thread that it is on, which is right
 * wherever a request has a thread to itself.
 *
 * <p>The <em>content</em> of a thread is null or an object that the holder made of a frame. The
 * core keeps a content while another one is on the thread and sets it again afterwards, so contents
 * are immutable, and the content of another owner than the current one is left as it is.
 *
 * <p>Two methods read a content, and four make one: for a task, a binding, an entered value, and
 * the end of a binding. These four differ in how long a value lasts, so none can replace another.
 *
 * <p>It is the only extension point of {@link CurrentContext}: a service of the library's own class
 * loader, found once, at first use. Implementations are thread-safe; only {@link #entered} throws.
 */
public abstract class ContextHolder {

  /** Returns whether the process has the runtime that this holder is for. */
  public boolean isSupported() {
    return true;
  }

  /** The frame that a thread with this content shows to its current owner. */
  public abstract @Nullable ContextFrame read(@Nullable Object content);

  /**
   * Returns whether the current owner put this content on the thread. For null, returns whether the
   * owner is the thread itself, where nothing ends a value that is entered outside of a task, a
   * binding or a scope.
   */
  public abstract boolean owns(@Nullable Object content);

  /** The content for a task, which has the frame and ends the values that are entered in it. */
  public abstract @Nullable Object begun(@Nullable ContextFrame frame);

  /** The content while the key is bound in the frame, on top of the given content. */
  public abstract @Nullable Object bound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content);

  /**
   * The content after {@code enterWith}.
   *
   * @param frame the new frame, with the key as it was entered
   * @param key the key
   * @param content the earlier content of the thread
   * @throws IllegalStateException if the current owner has nothing that the binding could last for
   */
  public abstract @Nullable Object entered(
      @Nullable ContextFrame frame, Key key, @Nullable Object content);

  /**
   * The content after the end of a binding of the key in which a value was entered.
   *
   * @param frame the frame without the binding
   * @param key the key
   * @param content the content of the thread
   * @param outside its content before {@link #bound}
   */
  public abstract @Nullable Object unbound(
      @Nullable ContextFrame frame, Key key, @Nullable Object content, @Nullable Object outside);

  static @Nullable ContextHolder installed() {
    return Installed.HOLDER;
  }

  /** Finds the service at first use, not when a public type is initialized. */
  private static final class Installed {
    static final @Nullable ContextHolder HOLDER = load();

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
