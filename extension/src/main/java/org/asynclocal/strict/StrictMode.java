package org.asynclocal.strict;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.config.Message;

/**
 * Reports each read of a storage without a value, with the handoff that lost it, and each misuse of
 * a scope or of {@code enterWith}. It is for development and tests, because each binding takes a
 * stack trace. While it is off, it costs nothing.
 *
 * <p>The system property {@code asynclocal.strict=true} enables it for the process, {@link #enable}
 * from then on. A read counts as a loss unless the storage has a default; where no value is right,
 * ask {@code isBound()} first.
 *
 * <p>Findings go to the log {@code org.asynclocal} as warnings, once for each place. Listeners get
 * all of them, to fail a test for example:
 *
 * <pre>{@code
 * List<Finding> findings = new CopyOnWriteArrayList<>();
 * StrictMode.enable();
 * StrictMode.addListener(findings::add);
 * service.handle(request);
 * assertThat(findings).isEmpty();
 * }</pre>
 *
 * <p>Thread-safe.
 *
 * @since 1.0
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
          "Fix the listener; to fail a test, collect the findings and assert afterwards.");

  private StrictMode() {}

  /** Enables strict mode for the process. Does nothing if it is enabled. */
  public static synchronized void enable() {
    if (!isEnabled()) {
      BindingObserver.activate(BindingObserver.load());
    }
  }

  /** Disables strict mode. Does nothing if it is disabled. */
  public static synchronized void disable() {
    if (BindingObserver.active() instanceof StrictObserver watch) {
      BindingObserver.activate(null);
      watch.close();
    }
  }

  /**
   * Returns whether strict mode is enabled.
   *
   * @return true after {@link #enable}, or with the system property
   */
  public static boolean isEnabled() {
    return BindingObserver.active() != null;
  }

  /**
   * Adds a listener to all findings. It is called on the thread that made the mistake. If it
   * throws, that is logged.
   *
   * @param listener the listener
   * @throws NullPointerException if the listener is null
   */
  public static void addListener(Consumer<? super Finding> listener) {
    LISTENERS.add(requireNonNull(listener, "listener"));
  }

  /**
   * Removes a listener. Does nothing if it was not added.
   *
   * @param listener the listener
   */
  public static void removeListener(Consumer<? super Finding> listener) {
    LISTENERS.remove(listener);
  }

  /**
   * Returns the number of findings since the start of the process.
   *
   * @return the number of all findings, logged or not
   */
  public static long found() {
    return FOUND.sum();
  }

  /**
   * Returns the number of reads of a store that a handoff lost, since the start of the process.
   *
   * @return the findings of {@link #found} that are losses
   */
  public static long lost() {
    return LOST.sum();
  }

  /**
   * Returns the number of stores that outlived their use, or that are bound where nothing ends the
   * binding, since the start of the process.
   *
   * @return the findings of {@link #found} that are leaks
   */
  public static long leaked() {
    return LEAKED.sum();
  }

  static void tell(Finding finding) {
    FOUND.increment();
    switch (finding.mistake()) {
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
    LISTENERS.forEach(listener -> tell(listener, finding));
  }

  private static void tell(Consumer<? super Finding> listener, Finding finding) {
    try {
      listener.accept(finding);
    } catch (Throwable thrown) { // the read that found this must go on
      LISTENER_THREW.report(thrown, listener.getClass().getName());
    }
  }
}
