package org.asynclocal.examples.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.asynclocal.examples.barrier.CallBarriers;
import org.asynclocal.examples.problem.Parameters;
import org.asynclocal.examples.recording.Recording;
import org.asynclocal.hooks.AsyncResource;
import org.eclipse.microprofile.context.ManagedExecutor;

/**
 * Traces the events of a TCP server and its connections, like the example in the documentation of
 * Node.js' async_hooks.
 */
@Path("trace")
@ApplicationScoped
public class TraceResource {
  private static final int MAX_CONNECTIONS = 5;
  private static final int MAX_TOGETHER = 64;
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final String HEAD =
      String.format(Locale.ROOT, "%-32s %12s  %10s", "event", "execution id", "trigger by") + "\n";

  @Inject private CallBarriers barriers;
  @Inject private ManagedExecutor executor;

  /**
   * Traces the call's resources.
   *
   * @param connections the number of connections to make
   * @param together the number of such calls that must be in flight before any of them continues
   * @return the events of this call's resources
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public CompletionStage<List<TraceEvent>> json(
      @QueryParam("connections") @DefaultValue("1") String connections,
      @QueryParam("together") @DefaultValue("1") String together) {
    return trace(connections, together);
  }

  /**
   * Traces the call's resources, and answers with a table.
   *
   * @param connections the number of connections to make
   * @param together the number of such calls that must be in flight before any of them continues
   * @return the table
   */
  @GET
  @Produces("text/plain;charset=UTF-8;qs=0.5")
  public CompletionStage<String> table(
      @QueryParam("connections") @DefaultValue("1") String connections,
      @QueryParam("together") @DefaultValue("1") String together) {
    return trace(connections, together)
        .thenApply(
            events ->
                events.stream()
                    .map(event -> event.line().stripTrailing() + "\n")
                    .collect(Collectors.joining("", HEAD, "")));
  }

  private CompletionStage<List<TraceEvent>> trace(String connections, String together) {
    int visits = Parameters.inRange("connections", connections, 0, MAX_CONNECTIONS);
    int calls = Parameters.inRange("together", together, 1, MAX_TOGETHER);
    AsyncResource call = new AsyncResource("CALL");
    Recording recording = Recording.ofDescendants(call);
    return executor
        .copy(barriers.join("trace", calls))
        .thenApplyAsync(all -> traced(call, recording, visits))
        .whenComplete((events, failure) -> recording.close());
  }

  private static List<TraceEvent> traced(AsyncResource call, Recording recording, int visits) {
    try {
      call.<IOException>runInAsyncScope(() -> listenAndConnect(visits));
      recording.awaitDestroyed(LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    } catch (TimeoutException e) {
      throw new CompletionException(e);
    }
    return recording.events().stream().map(TraceEvent::of).toList();
  }

  private static void listenAndConnect(int visits) throws IOException {
    try (TcpServer server = TcpServer.open()) {
      for (int visit = 0; visit < visits; visit++) {
        server.visit();
      }
    }
  }
}
