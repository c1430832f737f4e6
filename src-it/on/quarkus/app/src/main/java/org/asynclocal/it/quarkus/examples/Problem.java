package org.asynclocal.it.quarkus.examples;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/** Errors as problem details (RFC 9457), with members of their own. */
final class Problem {
  private static final String MEDIA_TYPE = "application/problem+json";

  private Problem() {}

  /** Refuses a request whose parameter is out of range. */
  static void require(boolean valid, String detail) {
    if (!valid) {
      throw new WebApplicationException(of(Status.BAD_REQUEST, Map.of("detail", detail)));
    }
  }

  static Response of(Status status, Map<String, ?> members) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("status", status.getStatusCode());
    problem.put("title", status.getReasonPhrase());
    problem.putAll(members);
    return Response.status(status).type(MEDIA_TYPE).entity(problem).build();
  }
}
