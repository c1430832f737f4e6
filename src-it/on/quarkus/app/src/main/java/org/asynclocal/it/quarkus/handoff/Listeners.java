package org.asynclocal.it.quarkus.handoff;

import io.quarkus.vertx.ConsumeEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;

/** Observers that events call on other threads. */
@ApplicationScoped
public class Listeners {
  static final String EVENT_LOOP = "on-event-loop";
  static final String WORKER = "on-worker";

  private final Look look;

  Listeners(Look look) {
    this.look = look;
  }

  @ConsumeEvent(EVENT_LOOP)
  String consume(String message) {
    return look.now();
  }

  @ConsumeEvent(value = WORKER, blocking = true)
  String consumeBlocking(String message) {
    return look.now();
  }

  void observe(@ObservesAsync Question asked) {
    asked.answer(look.now());
  }
}
