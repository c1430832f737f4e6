package org.asynclocal.examples;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets browsers ask whether the page has changed. They would not for weeks otherwise: every file in
 * the archive has the same old time, so that a build can be repeated byte for byte.
 */
@WebFilter(urlPatterns = {"/", "/index.html", "/js/*", "*.css", "*.svg"})
public class PageFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader("Cache-Control", "no-cache");
    chain.doFilter(request, response);
  }
}
