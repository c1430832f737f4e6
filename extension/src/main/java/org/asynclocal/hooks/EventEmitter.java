package org.asynclocal.hooks;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Calls listeners by name. A listener runs on the thread and with the storages of whoever emits,
 * not of whoever registered it; {@code AsyncLocalStorage.bindConsumer} or {@link
 * EventEmitterAsyncResource} change that. Thread-safe.
 *
 * @param <E> the type of what is emitted
 */
public class EventEmitter<E> {
  private final Map<String, List<Consumer<? super E>>> listeners = new ConcurrentHashMap<>();

  /** Makes an emitter without listeners. */
  public EventEmitter() {}

  /**
   * Adds a listener, after those that there are. Added twice it is called twice.
   *
   * @param event the event's name
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> on(String event, Consumer<? super E> listener) {
    requireNonNull(listener, "listener");
    listeners
        .computeIfAbsent(requireNonNull(event, "event"), unused -> new CopyOnWriteArrayList<>())
        .add(listener);
    return this;
  }

  /**
   * Removes a listener once, if it is there.
   *
   * @param event the event's name
   * @param listener the listener
   * @return this
   */
  public final EventEmitter<E> off(String event, Consumer<? super E> listener) {
    requireNonNull(listener, "listener");
    listeners
        .getOrDefault(requireNonNull(event, "event"), new CopyOnWriteArrayList<>())
        .remove(listener);
    return this;
  }

  /**
   * Calls the event's listeners in order, on this thread. What a listener throws comes out here,
   * and the rest are not called.
   *
   * @param event the event's name
   * @param payload what they are given
   * @return whether there was a listener
   */
  public boolean emit(String event, E payload) {
    List<Consumer<? super E>> called = listenersOf(event);
    boolean any = false;
    for (Consumer<? super E> listener : called) {
      any = true;
      listener.accept(payload);
    }
    return any;
  }

  private List<Consumer<? super E>> listenersOf(String event) {
    return listeners.getOrDefault(requireNonNull(event, "event"), List.of());
  }
}
