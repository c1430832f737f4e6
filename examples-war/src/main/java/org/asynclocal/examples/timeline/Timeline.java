package org.asynclocal.examples.timeline;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.asynclocal.examples.recording.RecordedEvent;

/**
 * What happened to the resources of one request.
 *
 * @param requestId the request's id
 * @param over whether the request itself has been destroyed, after which little comes
 * @param events the events, oldest first
 */
@JsonbPropertyOrder({"requestId", "over", "events"})
public record Timeline(String requestId, boolean over, List<RecordedEvent> events) {}
