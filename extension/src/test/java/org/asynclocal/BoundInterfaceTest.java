package org.asynclocal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.channels.CompletionHandler;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A callback of any interface that is bound")
class BoundInterfaceTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

  /** An interface that only this package knows, with a checked exception and a default method. */
  interface Reader {
    String read() throws IOException;

    default String readTwice() throws IOException {
      return read() + read();
    }
  }

  sealed interface Closed permits Allowed {}

  record Allowed() implements Closed {}

  @Test
  @DisplayName("runs with the values of the binding, default methods included")
  void values() throws Exception {
    Reader bound = storage.call("a", () -> AsyncLocalStorage.bind(Reader.class, this::read));

    assertThat(storage.call("b", bound::read)).isEqualTo("a");
    assertThat(bound.readTwice()).isEqualTo("aa");
    assertThat(storage.isBound()).isFalse();
  }

  private String read() {
    return String.valueOf(storage.getStore());
  }

  @Test
  @DisplayName("may be one of the JDK's: a completion handler, a predicate, an operator on ints")
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void ofTheJdk() throws Exception {
    CompletableFuture<@Nullable String> completed = new CompletableFuture<>();
    CompletionHandler<Integer, String> handler =
        new CompletionHandler<>() {
          @Override
          public void completed(Integer result, String attachment) {
            completed.complete(storage.getStore() + " " + result + " " + attachment);
          }

          @Override
          public void failed(Throwable exc, String attachment) {
            completed.completeExceptionally(exc);
          }
        };
    CompletionHandler<Integer, String> bound =
        storage.call("a", () -> AsyncLocalStorage.bind(CompletionHandler.class, handler));
    Predicate<String> predicate =
        storage.call(
            "a",
            () ->
                AsyncLocalStorage.bind(Predicate.class, value -> value.equals(storage.getStore())));
    IntUnaryOperator operator =
        storage.call(
            "four!",
            () -> AsyncLocalStorage.bind(IntUnaryOperator.class, n -> n + read().length()));

    bound.completed(1, "attached");

    assertThat(completed.get()).isEqualTo("a 1 attached");
    assertThat(predicate.test("a")).isTrue();
    assertThat(operator.applyAsInt(1)).isEqualTo(6);
  }

  @Test
  @DisplayName("may be a subscriber of a flow")
  @SuppressWarnings("unchecked") // a class literal has no type arguments
  void subscriber() throws Exception {
    CompletableFuture<@Nullable String> received = new CompletableFuture<>();
    Flow.Subscriber<String> subscriber =
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(1);
          }

          @Override
          public void onNext(String item) {
            received.complete(item + " " + storage.getStore());
          }

          @Override
          public void onError(Throwable throwable) {
            received.completeExceptionally(throwable);
          }

          @Override
          public void onComplete() {}
        };
    try (SubmissionPublisher<String> publisher = new SubmissionPublisher<>()) {
      publisher.subscribe(
          storage.call("a", () -> AsyncLocalStorage.bind(Flow.Subscriber.class, subscriber)));

      storage.run("b", () -> publisher.submit("item"));

      assertThat(received.get(20, TimeUnit.SECONDS)).isEqualTo("item a");
    }
  }

  @Test
  @DisplayName("throws the exceptions of the callback, checked ones too, unwrapped")
  void exceptions() {
    IOException expected = new IOException("expected by the test");
    Reader bound =
        AsyncLocalStorage.bind(
            Reader.class,
            () -> {
              throw expected;
            });

    assertThatThrownBy(bound::read).isSameAs(expected);
  }

  @Test
  @DisplayName("equals itself alone and names the callback")
  void objectMethods() {
    Reader bound = AsyncLocalStorage.bind(Reader.class, this::read);

    assertThat(List.of(bound))
        .contains(bound)
        .doesNotContain(AsyncLocalStorage.bind(Reader.class, bound));
    assertThat(bound.hashCode()).isEqualTo(System.identityHashCode(bound));
    assertThat(bound.toString()).startsWith("bound ");
  }

  @Test
  @DisplayName("is refused if the type is a class or a sealed interface")
  void refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsyncLocalStorage.bind(String.class, "text"))
        .withMessageContaining("type: java.lang.String is not an interface");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsyncLocalStorage.bind(Closed.class, new Allowed()))
        .withMessageContaining("not an interface that other classes can implement");
  }
}
