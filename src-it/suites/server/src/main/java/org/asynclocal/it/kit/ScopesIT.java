package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.support.Waiting.get;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Each test method runs within an HTTP request of its own, and so within a request scope. */
@ArquillianTest
@DisplayName("The CDI scopes")
class ScopesIT {
  @Inject Executors executors;
  @Inject ScopedBeans.OfRequest request;
  @Inject ScopedBeans.OfSession session;
  @Inject ScopedBeans.OfConversation conversation;
  @Inject ScopedBeans.OtherRequest otherRequest;

  @Deployment
  static WebArchive war() {
    return Wars.withTests("scopes", Executors.class, Users.class, Handoffs.class, ScopedBeans.class)
        .addClasses(ScopedBeans.class.getDeclaredClasses());
  }

  @BeforeEach
  void use() {
    request.set("request");
    session.set("session");
    conversation.set("conversation");
  }

  @Test
  @DisplayName("have the caller's beans, on every kind of handoff and on any thread")
  void carried() throws Exception {
    var seen = Handoffs.look(executors.plain, executors.context, this::values);
    assertThat(seen)
        .allSatisfy(
            (handoff, value) ->
                assertThat(value).as(handoff).isEqualTo("request session conversation"));
    assertThat(values()).isEqualTo("request session conversation");
  }

  @Test
  @DisplayName("are fresh where the type is cleared")
  void cleared() throws Exception {
    assertThat(get(executors.cleared.supplyAsync(this::values))).isEqualTo("null null null");
    assertThat(values()).isEqualTo("request session conversation");
  }

  @Test
  @DisplayName("keep their beans when a worker is done with them")
  void notDestroyed() throws Exception {
    get(executors.plain.supplyAsync(this::values));
    get(executors.plain.supplyAsync(this::values));
    assertThat(request.isDestroyed()).isFalse();
    assertThat(session.isDestroyed()).isFalse();
  }

  @Test
  @Tag(Needs.KIT)
  @DisplayName("keep the beans of a transient conversation, too")
  void conversationNotDestroyed() throws Exception {
    get(executors.plain.supplyAsync(this::values));
    assertThat(conversation.isDestroyed()).isFalse();
  }

  @Test
  @DisplayName("are not active on a bare worker, also after a task that had them")
  void bareWorker() throws Exception {
    Handoffs.onEveryWorker(executors.plain::supplyAsync, this::values);
    assertThat(Handoffs.onBareWorkers(executors.unchanged, this::activeScopes))
        .containsExactly("none");
  }

  @Test
  @DisplayName("of another request on the completing thread come back after an inline stage")
  void completingThread() throws Exception {
    CompletableFuture<Integer> gate = executors.plain.newIncompleteFuture();
    CompletableFuture<String> stage = gate.thenApply(x -> values());
    FutureTask<String> other = new FutureTask<>(() -> otherRequest.around(() -> gate.complete(1)));
    Thread thread = new Thread(other, "other request");
    thread.start();
    assertThat(get(other)).isEqualTo("other");
    Waiting.join(thread);
    assertThat(get(stage)).isEqualTo("request session conversation");
  }

  private String activeScopes() {
    try {
      return "request " + request.get();
    } catch (ContextNotActiveException e) {
      return "none";
    }
  }

  private String values() {
    return request.get() + " " + session.get() + " " + conversation.get();
  }
}
