package org.asynclocal.examples.timeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.asynclocal.examples.recording.Recording;
import org.asynclocal.examples.recording.Recordings;

/** Serves the recorded events of a request, which the page draws. */
@Path("timelines/{requestId}")
@ApplicationScoped
public class TimelineResource {
  @Inject private Recordings recordings;

  /**
   * Returns the timeline of a request.
   *
   * @param requestId its id
   * @return the events so far
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Timeline of(@PathParam("requestId") String requestId) {
    Recording recording = recordings.of(requestId);
    if (recording == null) {
      throw new NotFoundException(
          "No recording of this request; send it with the header X-Record: true");
    }
    boolean over = recording.isOver();
    return new Timeline(requestId, over, recording.events());
  }
}
