package org.asynclocal.quarkus.internal;

import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * Creates tokens that stand for frames where only text can be sent. A frame is kept as long as the
 * token, the very string, is reachable: as long as the message that holds it, delivered or not. No
 * other process creates or knows the same tokens. Thread-safe.
 */
final class FrameTokens {
  private final String process = UUID.randomUUID() + "/";
  private final AtomicLong made = new AtomicLong();
  private final Map<String, ContextFrame> frames = new WeakHashMap<>();

  String tokenFor(ContextFrame frame) {
    String token = process + made.incrementAndGet();
    synchronized (frames) {
      frames.put(token, frame);
    }
    return token;
  }

  @Nullable ContextFrame frameOf(String token) {
    synchronized (frames) {
      return frames.get(token);
    }
  }
}
