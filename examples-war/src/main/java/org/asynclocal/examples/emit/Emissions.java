package org.asynclocal.examples.emit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.EventEmitter;
import org.jspecify.annotations.Nullable;

/** An emitter with two listeners: one bound to the stores of its registration, one not. */
@ApplicationScoped
public class Emissions {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("emit");
  private static final String PLAIN = "plain";
  private static final String BOUND = "bound";

  /** The event's argument receives the store that the listener reads. */
  private final EventEmitter<Consumer<@Nullable String>> emitter = new EventEmitter<>();

  /** Registers the listeners with the store {@code registrar} bound. */
  @PostConstruct
  void register() {
    STORE.run(
        "registrar",
        () -> {
          emitter.on(PLAIN, report -> report.accept(STORE.getStore()));
          emitter.on(
              BOUND,
              AsyncLocalStorage.<Consumer<@Nullable String>>bindConsumer(
                  report -> report.accept(STORE.getStore())));
        });
  }

  /**
   * Emits an event with the store {@code emitter} bound.
   *
   * @param bound true for the event with the bound listener
   * @return the store of the emitter, and the store that the listener read
   */
  EmitAnswer emit(boolean bound) {
    String[] heard = new String[1];
    return STORE.call(
        "emitter",
        () -> {
          emitter.emit(bound ? BOUND : PLAIN, store -> heard[0] = store);
          return new EmitAnswer(STORE.getStore(), heard[0]);
        });
  }
}
