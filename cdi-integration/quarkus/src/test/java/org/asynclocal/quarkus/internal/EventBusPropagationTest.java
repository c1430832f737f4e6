package org.asynclocal.quarkus.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventBusPropagationTest {
  private static final AsyncLocalStorage<String> REQUEST = AsyncLocalStorage.named("request");
  private static final String ADDRESS = "stores";

  private final Vertx vertx = Vertx.vertx();
  private final EventBusPropagation stores = new EventBusPropagation();
  private final ContextInternal sender =
      ((VertxInternal) vertx).createEventLoopContext().duplicate();

  @BeforeEach
  void start() {
    stores.start(vertx);
  }

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void a_consumer_has_the_stores_of_the_sender_of_its_message() {
    CompletableFuture<String> seen = consume();

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().send(ADDRESS, "hello")));

    assertThat(join(seen)).isEqualTo("sender's");
  }

  @Test
  void timers_that_a_consumer_sets_have_them_too() {
    CompletableFuture<String> seen = new CompletableFuture<>();
    vertx.eventBus().consumer(ADDRESS, message -> vertx.setTimer(1, id -> seen.complete(store())));

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().send(ADDRESS, "hello")));

    assertThat(join(seen)).isEqualTo("sender's");
  }

  @Test
  void every_consumer_of_a_published_message_has_them() {
    CompletableFuture<String> one = consume();
    CompletableFuture<String> other = consume();

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().publish(ADDRESS, "hello")));

    assertThat(join(one)).isEqualTo("sender's");
    assertThat(join(other)).isEqualTo("sender's");
  }

  @Test
  void a_message_of_a_sender_without_stores_brings_none() {
    CompletableFuture<String> seen = consume();

    onSender(ok -> vertx.eventBus().send(ADDRESS, "hello"));

    assertThat(join(seen)).isEqualTo("null");
  }

  @Test
  void a_reply_does_not_bring_the_consumer_s_stores() {
    vertx
        .eventBus()
        .consumer(
            ADDRESS,
            message -> {
              REQUEST.enterWith("consumer's");
              message.reply("done");
            });
    CompletableFuture<String> seen = new CompletableFuture<>();

    onSender(
        ok ->
            vertx.eventBus().request(ADDRESS, "hello").onSuccess(reply -> seen.complete(store())));

    assertThat(join(seen)).isEqualTo("null");
  }

  @Test
  void a_consumer_sees_no_header_of_ours() {
    CompletableFuture<Boolean> headers = new CompletableFuture<>();
    vertx.eventBus().consumer(ADDRESS, message -> headers.complete(message.headers().isEmpty()));

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().send(ADDRESS, "hello")));

    assertThat(join(headers)).isTrue();
  }

  @Test
  void a_header_that_a_sender_made_up_leads_to_no_store() {
    CompletableFuture<String> token = new CompletableFuture<>();
    vertx
        .eventBus()
        .addOutboundInterceptor(
            delivery -> {
              token.complete(String.valueOf(delivery.message().headers().get("asynclocal-frame")));
              delivery.next();
            });
    vertx.eventBus().consumer("elsewhere", message -> {});
    onSender(ok -> REQUEST.run("victim's", () -> vertx.eventBus().send("elsewhere", "hello")));
    CompletableFuture<String> seen = consume();

    DeliveryOptions stolen = new DeliveryOptions().addHeader("asynclocal-frame", join(token));
    onSender(ok -> vertx.eventBus().send(ADDRESS, "hello", stolen));

    assertThat(join(token)).contains("/");
    assertThat(join(seen)).isEqualTo("null");
  }

  @Test
  void delivery_options_that_a_sender_keeps_are_not_changed() {
    DeliveryOptions kept = new DeliveryOptions().addHeader("tenant", "north");
    CompletableFuture<String> tenant = new CompletableFuture<>();
    vertx
        .eventBus()
        .consumer(ADDRESS, message -> tenant.complete(message.headers().get("tenant") + store()));

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().send(ADDRESS, "hello", kept)));

    assertThat(join(tenant)).isEqualTo("northsender's");
    assertThat(kept.getHeaders().names()).containsExactly("tenant");
  }

  @Test
  void each_of_many_requests_that_share_delivery_options_gets_a_reply_from_its_own_store() {
    DeliveryOptions shared = new DeliveryOptions().addHeader("tenant", "north");
    vertx.eventBus().consumer(ADDRESS, message -> message.reply(store()));
    List<CompletableFuture<Boolean>> own = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      String id = "request " + i;
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      own.add(answer);
      ((VertxInternal) vertx)
          .createEventLoopContext()
          .duplicate()
          .runOnContext(
              ok ->
                  REQUEST.run(
                      id,
                      () ->
                          vertx
                              .eventBus()
                              .request(ADDRESS, "hello", shared)
                              .onSuccess(reply -> answer.complete(id.equals(reply.body())))
                              .onFailure(answer::completeExceptionally)));
    }

    assertThat(own).allMatch(EventBusPropagationTest::join);
  }

  @Test
  void after_the_application_has_stopped_messages_bring_none() {
    CompletableFuture<String> seen = consume();
    stores.stop(vertx);

    onSender(ok -> REQUEST.run("sender's", () -> vertx.eventBus().send(ADDRESS, "hello")));

    assertThat(join(seen)).isEqualTo("null");
  }

  private CompletableFuture<String> consume() {
    CompletableFuture<String> seen = new CompletableFuture<>();
    vertx.eventBus().consumer(ADDRESS, message -> seen.complete(store()));
    return seen;
  }

  private void onSender(Consumer<Void> event) {
    sender.runOnContext(event::accept);
  }

  private static String store() {
    return String.valueOf(REQUEST.getStore());
  }

  private static <R> R join(CompletableFuture<R> future) {
    return future.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
