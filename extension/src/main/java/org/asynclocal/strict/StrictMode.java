package org.asynclocal.strict;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.config.Message;

/**
 * Reports every read of a store that is not there, with the handoff that dropped it, and every
 * misuse of a scope or of {@code enterWith}. For development and tests: each binding takes a stack
 * trace. Off, it costs nothing.
 *
 * <p>Turned on by the system property {@code asynclocal.strict=true}, or by {@link #enable}. A read
 * counts as a loss unless the storage has a default; where the absence of a value is right, ask
 * {@code isBound()} first.
 *
 * <p>Findings go to the log {@code org.asynclocal} as warnings, once for each place, and all of
 * them to the listeners. Thread-safe.
 */
public final class StrictMode {
  private static final List<Consumer<? super Finding>> LISTENERS = new CopyOnWriteArrayList<>();
  private static final LongAdder FOUND = new LongAdder();
  private static final LongAdder LOST = new LongAdder();
  private static final LongAdder LEAKED = new LongAdder();
  private static final Message LISTENER_THREW =
      new Message(
          "ASYNCLOCAL-039",
          "The strict mode listener '%s' threw; the application's work goes on.",
          "Mend the listener; to fail a test, collect the findings and assert afterwards.");

  private StrictMode() {}

  /** Turns strict mode on for the process. Does nothing if it is on. */
  public static synchronized void enable() {
    if (!isEnabled()) {
      BindingObserver.activate(BindingObserver.load());
    }
  }

  /** Turns strict mode off. Does nothing if it is off. */
  public static synchronized void disable() {
    if (BindingObserver.active() instanceof StrictObserver watch) {
      BindingObserver.activate(null);
      watch.close();
    }
  }

  /**
   * Whether strict mode is on.
   *
   * @return true after {@link #enable}, or with the system property
   */
  public static boolean isEnabled() {
    return BindingObserver.active() != null;
  }

  /**
   * Adds a listener to all findings. It is called on the thread of the mistake; what it throws goes
   * to the log.
   *
   * @param listener the listener
   * @throws NullPointerException if the listener is null
   */
  public static void addListener(Consumer<? super Finding> listener) {
    LISTENERS.add(requireNonNull(listener, "listener"));
  }

  /**
   * Removes a listener, if it is there.
   *
   * @param listener the listener
   */
  public static void removeListener(Consumer<? super Finding> listener) {
    LISTENERS.remove(listener);
  }

  /**
   * How many mistakes were found since the start of the process.
   *
   * @return all findings, also those logged before
   */
  public static long found() {
    return FOUND.sum();
  }

  /**
   * How many reads of a store that a handoff had dropped were found since the start of the process.
   *
   * @return the findings of {@link #found} that are losses
   */
  public static long lost() {
    return LOST.sum();
  }

  /**
   * How many stores were found that outlived their use, or that are open where nothing ends them,
   * since the start of the process.
   *
   * @return the findings of {@link #found} that are leaks
   */
  public static long leaked() {
    return LEAKED.sum();
  }

  static void tell(Finding loss) {
    FOUND.increment();
    switch (loss.mistake()) {
      case FUTURE_WITHOUT_EXECUTOR,
          REGISTERED_OUTSIDE,
          BARE_THREAD,
          FOREIGN_POOL,
          OUTSIDE_COMPONENT ->
          LOST.increment();
      case ENTERED_UNMANAGED,
          OUTLIVED_REQUEST,
          SCOPE_ON_OTHER_THREAD,
          SCOPE_OUT_OF_ORDER,
          SCOPE_NEVER_CLOSED ->
          LEAKED.increment();
      case SCOPE_CLOSED_TWICE, NEVER_BOUND -> {}
    }
    LISTENERS.forEach(listener -> tell(listener, loss));
  }

  private static void tell(Consumer<? super Finding> listener, Finding loss) {
    try {
      listener.accept(loss);
    } catch (Throwable thrown) { // the read that found this must go on
      LISTENER_THREW.report(thrown, listener.getClass().getName());
    }
  }
}
