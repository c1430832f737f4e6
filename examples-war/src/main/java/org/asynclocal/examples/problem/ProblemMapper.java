package org.asynclocal.examples.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers requests that are rejected on purpose: bad parameters, unknown paths, wrong methods. */
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

  @Override
  public Response toResponse(WebApplicationException exception) {
    Response response = exception.getResponse();
    return Response.fromResponse(response)
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(response.getStatus(), exception.getMessage()))
        .build();
  }
}
