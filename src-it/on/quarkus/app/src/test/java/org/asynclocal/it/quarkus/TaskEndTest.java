package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TaskEndTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("ends/")
  URI ends;

  @ParameterizedTest
  @ValueSource(strings = {"task", "stage"})
  void what_a_task_enters_ends_with_it_and_the_request_keeps_its_own(String task) throws Exception {
    assertThat(Http.get(ends.resolve(task)).body()).isEqualTo("own");
  }

  @Test
  void what_a_blocking_endpoint_enters_is_there_in_its_timers_and_in_the_response_filter()
      throws Exception {
    HttpResponse<String> response = Http.get(ends.resolve("blocking"));

    assertThat(response.body()).isEqualTo("own");
    assertThat(response.headers().firstValue(Found.HEADER)).contains("own");
  }

  /** Reports what a response filter finds. */
  @Provider
  public static class Found implements ContainerResponseFilter {
    static final String HEADER = "X-Found";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      response.getHeaders().putSingle(HEADER, Stores.request());
    }
  }

  /** Requests that enter a value, hand work on which enters another, and look after it. */
  @Path("ends")
  public static class Ends {
    private final ManagedExecutor executor;
    private final Vertx vertx;

    Ends(ManagedExecutor executor, Vertx vertx) {
      this.executor = executor;
      this.vertx = vertx;
    }

    @GET
    @Path("task")
    public Uni<String> task() {
      REQUEST.enterWith("own");
      return Uni.createFrom()
          .completionStage(executor.runAsync(() -> REQUEST.enterWith("task's")))
          .flatMap(done -> later());
    }

    @GET
    @Path("stage")
    public Uni<String> stage() {
      REQUEST.enterWith("own");
      return Uni.createFrom()
          .item("")
          .invoke(() -> REQUEST.enterWith("stage's"))
          .flatMap(done -> later());
    }

    @GET
    @Path("blocking")
    @Blocking
    public String blocking() {
      REQUEST.enterWith("own");
      CompletableFuture<String> seen = new CompletableFuture<>();
      vertx.setTimer(1, fired -> seen.complete(Stores.request()));
      return seen.join();
    }

    /** The store that the request's next event sees. */
    private Uni<String> later() {
      CompletableFuture<String> seen = new CompletableFuture<>();
      vertx.setTimer(1, fired -> seen.complete(Stores.request()));
      return Uni.createFrom().completionStage(seen);
    }
  }
}
