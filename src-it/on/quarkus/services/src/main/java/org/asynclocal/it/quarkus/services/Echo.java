package org.asynclocal.it.quarkus.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

/** Answers the header that the client's filter sent. */
@Path("echo")
public class Echo {
  @GET
  public String echo(@HeaderParam(CallFilter.HEADER) String sent) {
    return "sent " + sent;
  }
}
