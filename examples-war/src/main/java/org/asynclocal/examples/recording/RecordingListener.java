package org.asynclocal.examples.recording;

import jakarta.inject.Inject;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Starts the recording of each request with the header {@value #HEADER}: {@code true}. A listener
 * is called before all filters, so the request's own resource is recorded as well.
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
