package org.asynclocal.it.quarkus.requests;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Responds after the resource method has returned, on the thread of someone else. */
@Path("later")
public class LaterResource {
  private static final long MILLIS = 20;

  private final AtomicReference<Runnable> waiting = new AtomicReference<>(() -> {});

  /** Responds when the next request arrives, on that request's thread. */
  @GET
  @Path("next")
  @Blocking
  public void next(@Suspended AsyncResponse response) {
    waiting.getAndSet(() -> response.resume("done")).run();
  }

  /** Completes the stage when the next request arrives, on that request's thread. */
  @GET
  @Path("stage")
  @Blocking
  public CompletionStage<String> stage() {
    CompletableFuture<String> later = new CompletableFuture<>();
    waiting.getAndSet(() -> later.complete("done")).run();
    return later;
  }

  /** Lets the last request respond. */
  @GET
  @Path("last")
  @Blocking
  public String last() {
    waiting.getAndSet(() -> {}).run();
    return "done";
  }

  /** Responds on a thread of its own. */
  @GET
  @Path("thread")
  @Blocking
  public void thread(@Suspended AsyncResponse response) {
    new Thread(() -> response.resume("done")).start();
  }

  /** Responds when its time is up. */
  @GET
  @Path("timeout")
  @Blocking
  public void timeout(@Suspended AsyncResponse response) {
    response.setTimeout(MILLIS, TimeUnit.MILLISECONDS);
  }
}
