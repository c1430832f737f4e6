package org.asynclocal.it.kit;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Reports, from another application, what is left of undeployed ones. It stays deployed: threads of
 * the server's own executor that it starts belong to no other application.
 */
@WebServlet("/left")
@SuppressWarnings("serial") // servlets are never serialized
public class Observer extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** More than the other application uses at once, and no more than any server has. */
  private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

  private static final long SECONDS = 30;

  /**
   * Twice what an idle thread of Payara lives, should an application have started one after all.
   */
  static final long IDLE_SECONDS = 120;

  @Resource ManagedExecutorService servers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String what = String.valueOf(request.getParameter("what"));
    response
        .getWriter()
        .print(
            switch (what) {
              case "warm" -> useServersThreads();
              case "threads" -> threads();
              case "task" -> System.getProperty("org.asynclocal.it.ended", "still running");
              case "queued" -> System.getProperty("org.asynclocal.it.queued", "still queued");
              case "heap" -> heap();
              case "dump" -> dump(request.getParameter("file"));
              case "forget" -> KeptApplications.forget(request.getParameter("application"));
              default -> loaders();
            });
  }

  /**
   * Lets so many threads live for a while that the other application starts none: on Payara such a
   * thread holds the application whose work it was started for, as long as it lives.
   */
  private int useServersThreads() {
    CountDownLatch all = new CountDownLatch(THREADS);
    List<Future<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      tasks.add(
          servers.submit(
              () -> {
                all.countDown();
                return all.await(SECONDS, TimeUnit.SECONDS);
              }));
    }
    try {
      for (Future<Boolean> task : tasks) {
        task.get(SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | InterruptedException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    return THREADS;
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
