package org.asynclocal.cdi.internal.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.asynclocal.AsyncLocalStorage;

/**
 * Resource methods whose response comes from an unmanaged thread, and everything around the answer
 * that tells in a header which store it saw.
 */
public class RestApplication extends Application {
  static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  /** The stores of the responding threads after their responses. */
  static final BlockingQueue<String> AFTERWARDS = new LinkedBlockingQueue<>();

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(
        Resource.class,
        ByInterface.class,
        Opening.class,
        TellingFilter.class,
        TellingWriter.class,
        TellingMapper.class);
  }

  private static void elsewhere(Runnable task) {
    new Thread(
            () -> {
              task.run();
              AFTERWARDS.add(String.valueOf(STORE.getStore()));
            })
        .start();
  }

  /** The methods. */
  @Path("/")
  @ApplicationScoped
  public static class Resource {
    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      CompletableFuture<String> answer = new CompletableFuture<>();
      elsewhere(() -> answer.complete("answer"));
      return answer;
    }

    @GET
    @Path("stage-entered")
    public CompletableFuture<String> stageAfterEntering() {
      STORE.enterWith("entered by the method");
      CompletableFuture<String> answer = new CompletableFuture<>();
      elsewhere(() -> answer.complete("answer"));
      return answer;
    }

    @GET
    @Path("stage-failed")
    public CompletionStage<String> failedStage() {
      CompletableFuture<String> answer = new CompletableFuture<>();
      elsewhere(() -> answer.completeExceptionally(new WebApplicationException(418)));
      return answer;
    }

    @GET
    @Path("resume")
    public void resume(@Suspended AsyncResponse response) {
      elsewhere(() -> response.resume("answer"));
    }

    @GET
    @Path("resume-failed")
    public void resumeFailed(@Suspended AsyncResponse response) {
      elsewhere(() -> response.resume(new WebApplicationException(418)));
    }

    @GET
    @Path("resume-here")
    public void resumeHere(@Suspended AsyncResponse response) {
      STORE.enterWith("entered by the method");
      response.resume("answer");
    }

    @GET
    @Path("cancel")
    public void cancel(@Suspended AsyncResponse response) {
      elsewhere(response::cancel);
    }

    @GET
    @Path("cancel-seconds")
    public void cancelForSeconds(@Suspended AsyncResponse response) {
      elsewhere(() -> response.cancel(1));
    }

    @GET
    @Path("cancel-date")
    @SuppressWarnings("JavaUtilDate") // what Jakarta REST takes
    public void cancelUntil(@Suspended AsyncResponse response) {
      elsewhere(() -> response.cancel(new Date()));
    }

    @GET
    @Path("timeout")
    public void timeout(@Suspended AsyncResponse response) {
      response.setTimeout(1, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("timeout-handled")
    public void handledTimeout(@Suspended AsyncResponse response) {
      response.setTimeoutHandler(late -> late.resume("handled with " + STORE.getStore()));
      response.setTimeout(1, TimeUnit.MILLISECONDS);
    }
  }

  /** Annotations that a resource may have on an interface. */
  @Path("/interface")
  public interface Described {
    @GET
    CompletionStage<String> get();
  }

  /** Has its annotations on an interface. */
  @ApplicationScoped
  public static class ByInterface implements Described {
    @Override
    public CompletionStage<String> get() {
      CompletableFuture<String> answer = new CompletableFuture<>();
      elsewhere(() -> answer.complete("answer"));
      return answer;
    }
  }

  /** Opens the store at the edge. */
  public static class Opening implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      STORE.enterWith("entered");
    }
  }

  /** Returns the store that a response filter sees. */
  public static class TellingFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      response.getHeaders().putSingle("X-Filter", String.valueOf(STORE.getStore()));
    }
  }

  /** Returns the store that a writer sees. */
  public static class TellingWriter implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      context.getHeaders().putSingle("X-Writer", String.valueOf(STORE.getStore()));
      context.proceed();
    }
  }

  /** Returns the store that an exception mapper sees. */
  public static class TellingMapper implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException exception) {
      return Response.status(exception.getResponse().getStatus())
          .header("X-Mapper", String.valueOf(STORE.getStore()))
          .build();
    }
  }
}
