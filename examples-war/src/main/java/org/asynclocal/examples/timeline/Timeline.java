package org.asynclocal.examples.timeline;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.asynclocal.examples.recording.RecordedEvent;

/**
 * The events of one request's resources.
 *
 * @param requestId the request's id
 * @param over whether the request itself has been destroyed; few events follow after that
 * @param events the events, oldest first
 */
@JsonbPropertyOrder({"requestId", "over", "events"})
public record Timeline(String requestId, boolean over, List<RecordedEvent> events) {}
