package org.asynclocal.it.quarkus.services;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.asynclocal.it.quarkus.Stores;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Calls fault-tolerant methods and a REST client, after {@code enterWith} and in {@code run}. */
@Path("services/{edge}")
public class Services {
  private final Tolerant tolerant;

  Services(Tolerant tolerant) {
    this.tolerant = tolerant;
  }

  @GET
  @Path("asynchronous")
  public Uni<String> asynchronous(@PathParam("edge") String edge) {
    return uni(edge, tolerant::asynchronous);
  }

  @GET
  @Path("retry")
  public Uni<String> retry(@PathParam("edge") String edge) {
    return uni(edge, tolerant::retried);
  }

  @GET
  @Path("fallback")
  public Uni<String> fallback(@PathParam("edge") String edge) {
    return uni(edge, () -> tolerant.failing().subscribeAsCompletionStage());
  }

  @GET
  @Path("client")
  @Blocking
  public String client(@PathParam("edge") String edge, @Context HttpServerRequest request) {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    Remote remote = remote(request, received);
    return open(edge, () -> remote.call() + ", received " + received.remove());
  }

  @GET
  @Path("client-stage")
  public Uni<String> stage(@PathParam("edge") String edge, @Context HttpServerRequest request) {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    Remote remote = remote(request, received);
    return uni(
        edge,
        () ->
            remote
                .stage()
                .thenApply(
                    sent ->
                        sent + ", received " + received.remove() + ", then " + Stores.request()));
  }

  @GET
  @Path("client-uni")
  public Uni<String> uni(@PathParam("edge") String edge, @Context HttpServerRequest request) {
    LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    Remote remote = remote(request, received);
    return uni(
        edge,
        () ->
            remote
                .uni()
                .map(
                    sent -> sent + ", received " + received.remove() + ", then " + Stores.request())
                .subscribeAsCompletionStage());
  }

  private static Remote remote(HttpServerRequest request, LinkedBlockingQueue<String> received) {
    int port = request.localAddress().port();
    return RestClientBuilder.newBuilder()
        .baseUri(URI.create("http://localhost:" + port + "/asynclocal"))
        .register(new CallFilter(received))
        .build(Remote.class);
  }

  private static Uni<String> uni(String edge, Supplier<CompletionStage<String>> work) {
    return Uni.createFrom().completionStage(open(edge, work));
  }

  private static <R> R open(String edge, Supplier<R> work) {
    if (edge.equals("run")) {
      return REQUEST.call("own", work::get);
    }
    REQUEST.enterWith("own");
    return work.get();
  }
}
