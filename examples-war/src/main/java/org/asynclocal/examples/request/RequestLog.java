package org.asynclocal.examples.request;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A log whose every line says which request it belongs to, though nobody tells it. It also keeps
 * the lines with the request, for the examples to show.
 */
@ApplicationScoped
public class RequestLog {
  /** What a client could forge lines with. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  private static final System.Logger LOGGER = System.getLogger(RequestLog.class.getName());

  @Inject private CurrentRequest request;

  /**
   * Writes a line.
   *
   * @param message what happened
   */
  public void info(String message) {
    String line = "[" + request.id() + "] " + CONTROLS.matcher(message).replaceAll("?");
    LOGGER.log(INFO, line);
    request.addToLog(line);
  }

  /**
   * The lines of the current request so far.
   *
   * @return the lines, oldest first; none outside of a request
   */
  public List<String> lines() {
    return request.logged();
  }
}
