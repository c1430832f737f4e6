package org.asynclocal.examples.recording;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a resource.
 *
 * @param event {@code init}, {@code before}, {@code after}, {@code resolve} or {@code destroy}
 * @param asyncId the resource's id
 * @param executionAsyncId the id of the resource that was running on the event's thread; 0 if none
 *     was
 * @param thread the thread of the event
 * @param micros microseconds since the recording began
 * @param creation the resource's creation; only with {@code init}
 */
@JsonbPropertyOrder({"event", "asyncId", "executionAsyncId", "thread", "micros", "creation"})
public record RecordedEvent(
    String event,
    long asyncId,
    long executionAsyncId,
    String thread,
    long micros,
    @Nullable Creation creation) {

  /**
   * A resource's creation.
   *
   * @param type its type
   * @param triggerAsyncId the id of the resource that caused it
   * @param site the line of the examples that created it; null if the server created it
   * @param context the context of the creating thread, which the resource captured; null if the
   *     recording does not include contexts
   */
  @JsonbPropertyOrder({"type", "triggerAsyncId", "site", "context"})
  public record Creation(
      String type, long triggerAsyncId, @Nullable String site, @Nullable KnownContext context) {}

  /**
   * The context of a thread.
   *
   * @param requestId the request's id, read from the store
   * @param principal the caller
   * @param transaction the transaction's key
   */
  @JsonbPropertyOrder({"requestId", "principal", "transaction"})
  public record KnownContext(
      @Nullable String requestId, @Nullable String principal, @Nullable String transaction) {}
}
