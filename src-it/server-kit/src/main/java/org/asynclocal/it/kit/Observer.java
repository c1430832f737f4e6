package org.asynclocal.it.kit;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.ref.WeakReference;

/** Tells, from another application, what is left of one that was undeployed. */
@WebServlet("/left")
public class Observer extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what = String.valueOf(request.getParameter("what"));
    response
        .getWriter()
        .print(
            switch (what) {
              case "threads" -> threads();
              case "task" -> System.getProperty("org.asynclocal.it.ended", "still running");
              default -> loader();
            });
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("lingering"))
        .count();
  }

  private static String loader() {
    System.gc();
    Object loader = System.getProperties().get("org.asynclocal.it.loader");
    return loader instanceof WeakReference<?> reference && reference.get() != null
        ? "reachable"
        : "gone";
  }
}
