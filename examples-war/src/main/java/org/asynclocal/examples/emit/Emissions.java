package org.asynclocal.examples.emit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.hooks.EventEmitter;
import org.jspecify.annotations.Nullable;

/** Events and their listeners: one bound to where it was registered, one not. */
@ApplicationScoped
public class Emissions {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("emit");
  private static final String PLAIN = "plain";
  private static final String BOUND = "bound";

  /** What an event carries: whom to tell the store that the listener reads. */
  private final EventEmitter<Consumer<@Nullable String>> emitter = new EventEmitter<>();

  @PostConstruct
  void register() {
    STORE.run(
        "registrar",
        () -> {
          emitter.on(PLAIN, teller -> teller.accept(STORE.getStore()));
          emitter.on(
              BOUND,
              AsyncLocalStorage.<Consumer<@Nullable String>>bindConsumer(
                  teller -> teller.accept(STORE.getStore())));
        });
  }

  /**
   * Emits an event under a store of the emitter's.
   *
   * @param bound whether to emit the one with the bound listener
   * @return the store where the event was emitted, and where it was heard
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
