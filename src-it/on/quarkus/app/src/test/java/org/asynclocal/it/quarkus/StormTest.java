package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.concurrent.EventExecutor;
import io.quarkus.runtime.ExecutorRecorder;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.quarkus.storm.InFlight;
import org.asynclocal.it.quarkus.storm.Storm;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StormTest {
  private static final int REQUESTS = Integer.getInteger("it.requests", 10_000);
  private static final int ON_WORKERS = 200;

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;
  @Inject Vertx vertx;

  @Test
  void of_many_requests_at_once_each_sees_its_own_value_and_nobody_else_s() throws Exception {
    Storm.Outcome outcome = new Storm(server, Storm.WAYS, List.of("")).rage(REQUESTS);
    Set<String> left = leftOnThreads();

    Files.writeString(
        Path.of("target", "reliability.txt"),
        outcome + ", " + inFlight.most() + " in flight at most, left " + left + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.mixed()).isZero();
    assertThat(outcome.requests()).isEqualTo(REQUESTS);
    assertThat(outcome.failed()).isEqualTo(Storm.failures(REQUESTS)).isPositive();
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(Storm.AT_GATE);
    assertThat(left).containsExactly("null");
  }

  /** Returns what the event loops and workers hold without any request or context. */
  private Set<String> leftOnThreads() throws Exception {
    List<Future<String>> looks = new ArrayList<>();
    for (EventExecutor loop : ((VertxInternal) vertx).getEventLoopGroup()) {
      looks.add(loop.submit(Stores::request));
    }
    for (int i = 0; i < ON_WORKERS; i++) {
      looks.add(CompletableFuture.supplyAsync(Stores::request, ExecutorRecorder.getCurrent()));
    }
    Set<String> left = new TreeSet<>();
    for (Future<String> look : looks) {
      left.add(look.get(30, TimeUnit.SECONDS));
    }
    return left;
  }
}
