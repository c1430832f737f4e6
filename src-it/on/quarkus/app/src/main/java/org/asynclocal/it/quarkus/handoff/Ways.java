package org.asynclocal.it.quarkus.handoff;

import io.vertx.core.Vertx;
import io.vertx.mutiny.core.eventbus.EventBus;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/** The executors and contexts that make handoffs. */
@Singleton
record Ways(
    ManagedExecutor executor,
    ThreadContext threadContext,
    Vertx vertx,
    EventBus bus,
    Event<Question> event,
    Look looked) {

  String look() {
    return looked.now();
  }
}
