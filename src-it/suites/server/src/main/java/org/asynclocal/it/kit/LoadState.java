package org.asynclocal.it.kit;

import static org.asynclocal.it.kit.LoadEdge.REQUEST;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import org.asynclocal.it.support.Waiting;

/** Responds with how many requests were in flight, and what is left on their threads. */
@WebServlet("/load-state")
@SuppressWarnings("serial") // servlets are never serialized
public class LoadState extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;
  private static final int ENOUGH = 100;

  @Inject Executors executors;
  @Resource ManagedExecutorService servers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      Set<String> left = Handoffs.onBareWorkers(executors.unchanged, REQUEST::getStore);
      FutureTask<Set<String>> onServers = new FutureTask<>(this::leftOnServersThreads);
      Handoffs.onBareThread(onServers);
      left.addAll(Waiting.get(onServers));
      response.getWriter().print(LoadEdge.MOST + " " + LoadEdge.IN_FLIGHT + " " + left);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** From a thread outside any component, so that tasks bring nothing and find what is there. */
  private Set<String> leftOnServersThreads() throws Exception {
    Set<String> left = new TreeSet<>();
    for (int i = 0; i < ENOUGH; i++) {
      left.add(Waiting.get(servers.submit(() -> String.valueOf(REQUEST.getStore()))));
    }
    return left;
  }
}
