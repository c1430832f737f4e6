package org.asynclocal.examples.problem;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.asynclocal.examples.request.CurrentRequest;

/** Answers unexpected exceptions: the log gets the stack trace, the client the id to find it by. */
@Provider
public class FaultMapper implements ExceptionMapper<Throwable> {
  private static final System.Logger LOGGER = System.getLogger(FaultMapper.class.getName());

  @Inject private CurrentRequest request;

  @Override
  public Response toResponse(Throwable fault) {
    String requestId = request.id();
    LOGGER.log(ERROR, "[" + requestId + "] The request failed", fault);
    return Response.serverError()
        .type(Problem.MEDIA_TYPE)
        .entity(Problem.of(500, "The server's log has the cause under the request id " + requestId))
        .build();
  }
}
