package org.asynclocal.quarkus.internal;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.impl.MessageImpl;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * Gives a message headers of its own. Vert.x sends a message with the very headers of the caller's
 * delivery options, which other senders may be reading at the same time.
 */
final class MessageHeaders {
  private static final @Nullable Field HEADERS = find();

  private MessageHeaders() {}

  /** Returns whether this version of Vert.x lets a message's headers be replaced. */
  static boolean areReplaceable() {
    return HEADERS != null;
  }

  /** Returns the headers of a message about to be sent, which no other message shares. */
  static MultiMap own(Message<?> message) {
    Field field = HEADERS;
    if (field == null) {
      throw new IllegalStateException("not replaceable");
    }
    try {
      MultiMap own = MultiMap.caseInsensitiveMultiMap();
      if (field.get(message) instanceof MultiMap shared) {
        own.addAll(shared);
      }
      field.set(message, own);
      return own;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Field find() {
    try {
      Field headers = MessageImpl.class.getDeclaredField("headers");
      headers.setAccessible(true);
      return headers.getType() == MultiMap.class ? headers : null;
    } catch (NoSuchFieldException | RuntimeException unknownVersion) {
      return null;
    }
  }
}
