package org.asynclocal.examples.request;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A log that puts the request's id in front of every line. Callers do not pass the id: it comes
 * from the store. The lines are also kept with the request, so that the examples can show them.
 */
@ApplicationScoped
public class RequestLog {
  /** Control characters, which a client could use to forge log lines. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private static final System.Logger LOGGER = System.getLogger(RequestLog.class.getName());

  @Inject private CurrentRequest request;

  /**
   * Writes a line.
   *
   * @param message the message
   */
  public void info(String message) {
    String line = "[" + request.id() + "] " + CONTROLS.matcher(message).replaceAll("?");
    LOGGER.log(INFO, line);
    request.addToLog(line);
  }

  /**
   * Returns the lines of the current request so far.
   *
   * @return the lines, oldest first; none outside of a request
   */
  public List<String> lines() {
    return request.logged();
  }
}
