package org.asynclocal.it.wildfly.examples;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A connection to one page of a browser that speaks the Chrome DevTools Protocol. Any Chromium
 * does, without a driver beside it.
 */
final class DevTools implements WebSocket.Listener, AutoCloseable {
  private static final long LIMIT_SECONDS = 60;

  private final Map<Integer, CompletableFuture<JsonObject>> calls = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final StringBuilder message = new StringBuilder();
  private final BiConsumer<String, JsonObject> events;
  private final WebSocket socket;

  /**
   * Connects to a page.
   *
   * @param page the address that the browser lists as the page's {@code webSocketDebuggerUrl}
   * @param events gets the name and the parameters of each event, on the thread that receives it
   */
  DevTools(URI page, BiConsumer<String, JsonObject> events) {
    this.events = events;
    this.socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, this).join();
  }

  /** Calls a method of the protocol and returns its result. */
  JsonObject call(String method, Map<String, ?> parameters) {
    int id = ids.incrementAndGet();
    JsonObject request =
        Json.createObjectBuilder()
            .add("id", id)
            .add("method", method)
            .add("params", Json.createObjectBuilder(parameters))
            .build();
    CompletableFuture<JsonObject> answer = new CompletableFuture<>();
    calls.put(id, answer);
    socket.sendText(request.toString(), true).join();
    JsonObject received = answer.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    if (received.containsKey("error")) {
      throw new IllegalStateException(method + ": " + received.getJsonObject("error"));
    }
    return received.getJsonObject("result");
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      String complete = message.toString();
      message.setLength(0);
      try (JsonReader reader = Json.createReader(new StringReader(complete))) {
        receive(reader.readObject());
      }
    }
    from.request(1);
    return null;
  }

  private void receive(JsonObject received) {
    if (!received.containsKey("id")) {
      events.accept(received.getString("method"), received.getJsonObject("params"));
      return;
    }
    CompletableFuture<JsonObject> call = calls.remove(received.getInt("id"));
    if (call != null) {
      call.complete(received);
    }
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    calls.values().forEach(call -> call.completeExceptionally(failure));
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    onError(from, new IllegalStateException("The browser closed the connection: " + reason));
    return null;
  }

  @Override
  public void close() {
    socket.abort();
  }
}
