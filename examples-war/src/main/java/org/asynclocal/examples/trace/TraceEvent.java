package org.asynclocal.examples.trace;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.Locale;
import org.asynclocal.examples.recording.RecordedEvent;
import org.asynclocal.examples.recording.RecordedEvent.Creation;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trace.
 *
 * @param event {@code init}, {@code before}, {@code after} or {@code destroy}
 * @param asyncId the resource's id
 * @param type its type; only with {@code init}
 * @param executionAsyncId the id of the resource that was running at that moment
 * @param triggerAsyncId the id of the resource that caused it; only with {@code init}
 */
@JsonbPropertyOrder({"event", "asyncId", "type", "executionAsyncId", "triggerAsyncId"})
public record TraceEvent(
    String event,
    long asyncId,
    @Nullable String type,
    long executionAsyncId,
    @Nullable Long triggerAsyncId) {

  static TraceEvent of(RecordedEvent recorded) {
    Creation creation = recorded.creation();
    return new TraceEvent(
        recorded.event(),
        recorded.asyncId(),
        creation == null ? null : creation.type(),
        recorded.executionAsyncId(),
        creation == null ? null : creation.triggerAsyncId());
  }

  /** Formats the event as a line of the table. */
  String line() {
    String subject =
        type == null ? event + " " + asyncId : event + " " + type + "(" + asyncId + ")";
    return String.format(
        Locale.ROOT,
        "%-32s %12d  %10s",
        subject,
        executionAsyncId,
        triggerAsyncId == null ? "" : triggerAsyncId);
  }
}
