package org.asynclocal.internal.binding;

import java.lang.reflect.Constructor;
import org.asynclocal.internal.config.Message;
import org.asynclocal.internal.config.Setting;
import org.jspecify.annotations.Nullable;

/**
 * The events of bindings that strict mode observes. While it is off, an event costs one read of
 * {@link #active}, and reading a bound store costs nothing.
 *
 * <p>Implementations are thread-safe and never throw.
 */
public abstract class BindingObserver {
  private static volatile @Nullable BindingObserver active =
      Boolean.getBoolean(Setting.STRICT.key()) ? load() : null;

  /** Returns the active observer; null while strict mode is off. */
  public static @Nullable BindingObserver active() {
    return active;
  }

  /** Activates an observer; null turns strict mode off. */
  public static void activate(@Nullable BindingObserver observer) {
    active = observer;
  }

  /**
   * Creates the observer of strict mode. By name, since this package does not depend on that one.
   */
  public static BindingObserver load() {
    try {
      Constructor<?> constructor =
          Class.forName("org.asynclocal.strict.StrictObserver").getDeclaredConstructor();
      constructor.setAccessible(true);
      return (BindingObserver) constructor.newInstance();
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the library's jar is not complete", broken);
    }
  }

  /** The storage is bound on this thread. */
  public abstract void bound(Key key, String storage);

  /** The storage is about to be entered on this thread. */
  public abstract void entered(Key key, String storage);

  /** The storage was read on this thread, where it has neither a value nor a default. */
  public abstract void missed(Key key, String storage);

  /** A scope of the storage was misused on this thread. */
  public abstract void misused(Message message, Key key, String storage);
}
