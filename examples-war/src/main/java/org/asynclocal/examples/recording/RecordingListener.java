package org.asynclocal.examples.recording;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Starts a recording for each request with the header {@value #HEADER}: {@code true}. The container
 * calls listeners before filters, so the recording includes the request's own resource.
 */
@WebListener
public class RecordingListener implements ServletRequestListener {
  private static final String HEADER = "X-Record";

  @Inject private Recordings recordings;

  @Override
  public void requestInitialized(ServletRequestEvent event) {
    if (event.getServletRequest() instanceof HttpServletRequest request
        && "true".equals(request.getHeader(HEADER))) {
      request.setAttribute(Recordings.ATTRIBUTE, recordings.start());
    }
  }
}
