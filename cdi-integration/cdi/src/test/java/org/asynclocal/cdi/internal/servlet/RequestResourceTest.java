package org.asynclocal.cdi.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestResourceTest {
  private final Requests events = new Requests();
  private final AsyncHook hook = AsyncHooks.createHook(events);

  @BeforeEach
  void enable() {
    hook.enable();
  }

  @AfterEach
  void disable() {
    hook.disable();
  }

  @ParameterizedTest
  @EnumSource
  void a_request_is_a_resource_with_one_execution(WebServer.Kind server) throws Exception {
    WebApplication application =
        new WebApplication()
            .servlet(
                "/",
                (request, response) ->
                    response.getWriter().write(AsyncHooks.executionAsyncResource().type()));
    try (WebServer running = server.start(application)) {
      assertThat(running.get("/")).isEqualTo("HTTPREQUEST");
    }
    events.await(4);
    assertThat(events.seen).containsExactly("init", "before", "after", "destroy");
  }

  @ParameterizedTest
  @EnumSource
  void each_asynchronous_dispatch_is_an_execution_of_it(WebServer.Kind server) throws Exception {
    WebApplication application =
        new WebApplication()
            .servlet("/", (request, response) -> request.startAsync().dispatch("/target"))
            .servlet("/target", (request, response) -> response.getWriter().write("done"));
    try (WebServer running = server.start(application)) {
      assertThat(running.get("/")).isEqualTo("done");
    }
    events.await(6);
    assertThat(events.seen)
        .containsExactly("init", "before", "after", "before", "after", "destroy");
  }

  @ParameterizedTest
  @EnumSource
  void one_that_is_completed_elsewhere_ends_there(WebServer.Kind server) throws Exception {
    WebApplication application =
        new WebApplication()
            .servlet(
                "/", (request, response) -> new Thread(request.startAsync()::complete).start());
    try (WebServer running = server.start(application)) {
      running.get("/");
    }
    events.await(4);
    assertThat(events.seen)
        .containsOnlyOnce("destroy")
        .startsWith("init", "before")
        .contains("after")
        .hasSize(4);
  }

  @ParameterizedTest
  @EnumSource
  void a_task_is_bound_once_also_where_a_wrapper_is_dispatched(WebServer.Kind server)
      throws Exception {
    WebApplication application =
        new WebApplication()
            .servlet(
                "/",
                (request, response) -> request.startAsync(request, response).dispatch("/target"))
            .servlet(
                "/target",
                (request, response) -> {
                  AsyncContext async = request.startAsync();
                  async.start(async::complete);
                });
    try (WebServer running = server.start(application)) {
      running.get("/");
    }
    assertThat(events.bound).hasValue(1);
  }

  /** Notes what happens to requests. */
  private static final class Requests implements HookListener {
    final AtomicInteger bound = new AtomicInteger();
    final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final Queue<Long> requests = new ConcurrentLinkedQueue<>();

    @Override
    public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
      if (type.equals("bound-anonymous-fn")) {
        bound.incrementAndGet();
      }
      if (type.equals("HTTPREQUEST")) {
        requests.add(asyncId);
        note(asyncId, "init");
      }
    }

    @Override
    public void before(long asyncId) {
      note(asyncId, "before");
    }

    @Override
    public void after(long asyncId) {
      note(asyncId, "after");
    }

    @Override
    public void destroy(long asyncId) {
      note(asyncId, "destroy");
    }

    private synchronized void note(long asyncId, String event) {
      if (requests.contains(asyncId)) {
        seen.add(event);
        notifyAll();
      }
    }

    /** Waits until so many events were seen: {@code destroy} comes later, on another thread. */
    synchronized void await(int events) throws InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (seen.size() < events && System.nanoTime() < deadline) {
        wait(100);
      }
    }
  }
}
