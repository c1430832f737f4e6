package org.asynclocal.quarkus.internal;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.Message;
import io.vertx.core.impl.ContextInternal;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * Starts each delivery of an event-bus message with the stores of its sender. A delivery has a
 * duplicated context of its own, linked to the sender's only by the message: a header holds a token
 * that leads to the frame within this process. A reply carries nothing, because it arrives in the
 * context that waits for it.
 */
final class EventBusPropagation {
  private static final String HEADER = "asynclocal-frame";
  private static final String REPLIES = "__vertx.reply.";

  private final FrameTokens tokens = new FrameTokens();
  private final Handler<DeliveryContext<Object>> sending = this::send;
  private final Handler<DeliveryContext<Object>> receiving = this::receive;

  void start(Vertx vertx) {
    if (!MessageHeaders.areReplaceable()) {
      QuarkusMessages.UNKNOWN_EVENT_BUS.report();
      return;
    }
    vertx.eventBus().addOutboundInterceptor(sending).addInboundInterceptor(receiving);
  }

  void stop(Vertx vertx) {
    vertx.eventBus().removeOutboundInterceptor(sending).removeInboundInterceptor(receiving);
  }

  /**
   * Replaces the header even if the sender set it, so that a sender passes on its own stores only.
   */
  void send(DeliveryContext<Object> delivery) {
    Message<Object> message = delivery.message();
    ContextFrame frame = ContextFrame.capture();
    if (frame.size() > 0 && !message.address().startsWith(REPLIES)) {
      MessageHeaders.own(message).set(HEADER, tokens.tokenFor(frame));
    } else if (message.headers().contains(HEADER)) {
      MessageHeaders.own(message).remove(HEADER);
    }
    delivery.next();
  }

  void receive(DeliveryContext<Object> delivery) {
    ContextFrame frame = take(delivery.message());
    ContextInternal context = ContextInternal.current();
    if (frame == null) {
      delivery.next();
    } else if (context != null && context.isDuplicate()) {
      VertxLocalFrame.start(context, frame);
      delivery.next();
    } else {
      frame.run(delivery::next);
    }
  }

  private @Nullable ContextFrame take(Message<Object> message) {
    String token = message.headers().get(HEADER);
    if (token == null) {
      return null;
    }
    message.headers().remove(HEADER);
    return tokens.frameOf(token);
  }
}
