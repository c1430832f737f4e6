package org.asynclocal.it.wildfly.cost;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.concurrent.ExecutionException;

/** Handoffs on the server's own executor. */
@WebServlet("/server-handoffs")
@SuppressWarnings("serial") // servlets are never serialized
public class ServerHandoffs extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Resource ManagedExecutorService executor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    try {
      response.getWriter().print(new HandoffBatch(request).on(executor).text());
    } catch (InterruptedException | ExecutionException e) {
      throw new ServletException(e);
    }
  }
}
