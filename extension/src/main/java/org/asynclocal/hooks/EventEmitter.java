package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls listeners by the name of an event, in the order of their registration. A listener runs on
 * the thread and with the storages of the code that emits, not of the code that registered it. To
 * run it with those of the registration, bind it:
 *
 * <pre>{@code
 * emitter.on("message", AsyncLocalStorage.bindConsumer(this::handle));
 * }</pre>
 *
 * <p>Thread-safe. An emission calls the listeners that were registered when it began. The
 * counterpart of Node.js' {@code EventEmitter}.
 *
 * @param <E> the type of the payload
 * @since 1.0
 */
public class EventEmitter<E> {
  /** Event names in the order of their first listener; the lists are immutable. */
  private final Map<String, List<Registration<E>>> registrations = new LinkedHashMap<>();

  /** Creates an emitter without listeners. */
  public EventEmitter() {}

  /**
   * Adds a listener after the others. A listener that is added twice is called twice.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> on(String event, Consumer<? super E> listener) {
    return add(event, new Registration<>(listener, false), false);
  }

  /**
   * Adds a listener that is removed just before its first call.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> once(String event, Consumer<? super E> listener) {
    return add(event, new Registration<>(listener, true), false);
  }

  /**
   * Adds a listener before the others.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> prependListener(String event, Consumer<? super E> listener) {
    return add(event, new Registration<>(listener, false), true);
  }

  /**
   * Adds a listener before the others, which is removed just before its first call.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> prependOnceListener(String event, Consumer<? super E> listener) {
    return add(event, new Registration<>(listener, true), true);
  }

  /**
   * Removes a listener. One that was added more than once loses the registration added last.
   *
   * @param event the name of the event
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> off(String event, Consumer<? super E> listener) {
    requireNonNull(listener, "listener");
    synchronized (registrations) {
      List<Registration<E>> all = registrationsOf(event);
      for (int i = all.size() - 1; i >= 0; i--) {
        if (all.get(i).listener.equals(listener)) {
          remove(event, all.get(i));
          break;
        }
      }
    }
    return this;
  }

  /**
   * Removes all listeners of an event.
   *
   * @param event the name of the event
   * @return this
   */
  public final EventEmitter<E> removeAllListeners(String event) {
    requireNonNull(event, "event");
    synchronized (registrations) {
      registrations.remove(event);
    }
    return this;
  }

  /**
   * Removes all listeners of all events.
   *
   * @return this
   */
  public final EventEmitter<E> removeAllListeners() {
    synchronized (registrations) {
      registrations.clear();
    }
    return this;
  }

  /**
   * Returns the number of listeners of an event.
   *
   * @param event the name of the event
   * @return the number of listeners, counting one that was added twice twice
   */
  public final int listenerCount(String event) {
    return registrationsOf(event).size();
  }

  /**
   * Returns the names of the events that have listeners, in the order in which they got their first
   * one.
   *
   * @return an immutable copy
   */
  public final List<String> eventNames() {
    synchronized (registrations) {
      return List.copyOf(registrations.keySet());
    }
  }

  /**
   * Calls the event's listeners in order, on this thread. An exception of a listener is thrown to
   * the caller, and the remaining listeners are not called.
   *
   * @param event the name of the event
   * @param payload the argument of the listeners
   * @return true if the event had listeners
   */
  public boolean emit(String event, E payload) {
    List<Registration<E>> called = registrationsOf(event);
    for (Registration<E> registration : called) {
      call(event, registration, payload);
    }
    return !called.isEmpty();
  }

  private void call(String event, Registration<E> registration, E payload) {
    if (registration.isOver()) {
      return;
    }
    if (registration.isOnce()) {
      synchronized (registrations) {
        remove(event, registration);
      }
    }
    registration.listener.accept(payload);
  }

  private EventEmitter<E> add(String event, Registration<E> added, boolean first) {
    requireNonNull(event, "event");
    synchronized (registrations) {
      List<Registration<E>> all = new ArrayList<>(registrationsOf(event));
      all.add(first ? 0 : all.size(), added);
      registrations.put(event, List.copyOf(all));
    }
    return this;
  }

  private void remove(String event, Registration<E> removed) {
    List<Registration<E>> left = new ArrayList<>(registrationsOf(event));
    left.removeIf(each -> each == removed);
    if (left.isEmpty()) {
      registrations.remove(event);
    } else {
      registrations.put(event, List.copyOf(left));
    }
  }

  private List<Registration<E>> registrationsOf(String event) {
    requireNonNull(event, "event");
    synchronized (registrations) {
      return registrations.getOrDefault(event, List.of());
    }
  }

  /** A listener as it was registered once. */
  private static final class Registration<E> {
    final Consumer<? super E> listener;

    /** Set by the one call of a listener that is called once; null for any other. */
    private final @Nullable AtomicBoolean called;

    Registration(Consumer<? super E> listener, boolean once) {
      this.listener = requireNonNull(listener, "listener");
      this.called = once ? new AtomicBoolean() : null;
    }

    boolean isOnce() {
      return called != null;
    }

    /** Returns whether it is to be called once and was; a call that gets false has to make it. */
    boolean isOver() {
      return called != null && !called.compareAndSet(false, true);
    }
  }
}
