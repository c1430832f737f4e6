package org.asynclocal.agent.hub;

import java.nio.channels.CompletionHandler;
import org.jspecify.annotations.Nullable;

/**
 * A handler of an asynchronous channel, with what was captured where the operation began; also if
 * that was nothing, since handlers follow one another on a thread of the JDK's.
 */
final class CarriedHandler implements CompletionHandler<Object, Object> {
  private final @Nullable Object captured;
  private final CompletionHandler<Object, Object> handler;

  CarriedHandler(@Nullable Object captured, CompletionHandler<Object, Object> handler) {
    this.captured = captured;
    this.handler = handler;
  }

  @Override
  public void completed(Object result, Object attachment) {
    Object token = Copies.begin(captured);
    try {
      handler.completed(result, attachment);
    } finally {
      Copies.end(token);
    }
  }

  @Override
  public void failed(Throwable failure, Object attachment) {
    Object token = Copies.begin(captured);
    try {
      handler.failed(failure, attachment);
    } finally {
      Copies.end(token);
    }
  }
}
