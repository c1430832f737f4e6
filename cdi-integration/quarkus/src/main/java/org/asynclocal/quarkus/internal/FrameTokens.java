package org.asynclocal.quarkus.internal;

import java.util.Map;
import java.util.UUID;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/**
 * Words for frames, to go where only text can. A frame is kept for as long as its token, the very
 * string, is: with the message that holds it, delivered or not. No other process makes or knows the
 * same tokens. Thread-safe.
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
