package org.asynclocal.it.wildfly.cost;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;

/** Responds with the resources that the server has used so far. */
@WebServlet("/usage")
@SuppressWarnings("serial") // servlets are never serialized
public class UsageServlet extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.getWriter().print(Usage.now().text());
  }
}
