package org.asynclocal.examples.recording;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a resource.
 *
 * @param event {@code init}, {@code before}, {@code after}, {@code resolve} or {@code destroy}
 * @param asyncId the resource's id
 * @param executionAsyncId the id of what ran on the thread of the event; 0 where nothing known did
 * @param thread the thread of the event
 * @param micros microseconds since the recording began
 * @param creation what is known of the resource since its creation; null but for {@code init}
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
   * @param triggerAsyncId the id of what triggered it
   * @param site the line of the examples that created it; null if a server did by itself
   * @param context what was known on the creating thread, which is what the resource carries; null
   *     where nobody asked for it
   */
  @JsonbPropertyOrder({"type", "triggerAsyncId", "site", "context"})
  public record Creation(
      String type, long triggerAsyncId, @Nullable String site, @Nullable KnownContext context) {}

  /**
   * What a thread knows about the work that it does.
   *
   * @param requestId the id of the request in the store
   * @param principal the caller
   * @param transaction the key of the transaction
   */
  @JsonbPropertyOrder({"requestId", "principal", "transaction"})
  public record KnownContext(
      @Nullable String requestId, @Nullable String principal, @Nullable String transaction) {}
}
