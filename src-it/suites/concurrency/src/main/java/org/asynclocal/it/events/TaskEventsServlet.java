package org.asynclocal.it.events;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Executor;

/** Answers what a hook of the application is told of a task, a line for each event. */
public abstract class TaskEventsServlet extends HttpServlet {
  /** Where it is in the application. */
  public static final String PATH = "/events";

  private static final long serialVersionUID = 1L;

  /** The executor of the task. */
  protected abstract Executor executor();

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    response.setContentType("text/plain");
    try {
      response.getWriter().write(String.join("\n", TaskEvents.ofTaskOn(executor())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServletException(e);
    }
  }
}
