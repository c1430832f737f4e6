package org.asynclocal.it.kit;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.Collection;
import javax.management.JMException;
import javax.management.ObjectName;

/** Tells, from another application, what is left of those that were undeployed. */
@WebServlet("/left")
@SuppressWarnings("serial") // servlets are never serialized
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
              case "queued" -> System.getProperty("org.asynclocal.it.queued", "still queued");
              case "heap" -> heap();
              case "dump" -> dump(request.getParameter("file"));
              default -> loaders();
            });
  }

  private static long threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("lingering"))
        .count();
  }

  /** How many are reachable; those that are not are forgotten. */
  private static int loaders() {
    System.gc();
    if (!(System.getProperties().get("org.asynclocal.it.loaders") instanceof Collection<?> all)) {
      return 0;
    }
    all.removeIf(loader -> loader instanceof Reference<?> weak && weak.get() == null);
    return all.size();
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** By name: an application on WildFly does not see the bean's own type. */
  private static String dump(String file) {
    try {
      ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=HotSpotDiagnostic"),
              "dumpHeap",
              new Object[] {file, true},
              new String[] {String.class.getName(), boolean.class.getName()});
      return file;
    } catch (JMException e) {
      throw new IllegalStateException(e);
    }
  }
}
