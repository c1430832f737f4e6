package org.asynclocal.internal.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Reports;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.internal.config.MapSettings;
import org.asynclocal.microprofile.AsyncLocalContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Baggage for another process")
class BaggagePropagationTest {
  private static final AsyncLocalStorage<Object> TENANT = AsyncLocalStorage.named("baggage-tenant");
  private static final AsyncLocalStorage<String> SECRET = AsyncLocalStorage.named("baggage-secret");
  private static final String SEND = "asynclocal.baggage.send";
  private static final String ACCEPT = "asynclocal.baggage.accept";

  private static final ThreadContextProvider OURS = new AsyncLocalContextProvider();

  private final Headers headers = new Headers();

  @Test
  @DisplayName("is nothing by default")
  void nothing() {
    BaggagePropagation propagation = propagation(Map.of());
    headers.set("baggage", "tenant=x");

    TENANT.run("acme", () -> SECRET.run("s", () -> propagation.send(headers)));

    assertThat(propagation.sends()).isFalse();
    assertThat(headers.get("baggage")).isEqualTo("tenant=x");
    assertThat(propagation.received(headers)).isEmpty();
  }

  @Test
  @DisplayName("are the values of the storages that are listed, with any characters")
  void listed() {
    BaggagePropagation propagation =
        propagation(Map.of(SEND, "baggage-tenant:tenant", ACCEPT, "customer:tenant"));
    String value = "Müller, Söhne & Co; a=\"b\" 100%";

    TENANT.run(value, () -> SECRET.run("s", () -> propagation.send(headers)));

    assertThat(headers.get("baggage")).startsWith("tenant=").matches("\\p{ASCII}*");
    assertThat(propagation.received(headers)).containsExactly(Map.entry("customer", value));
  }

  @Test
  @DisplayName("is nothing of a storage that is not bound, holds null or is exited")
  void absent() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant"));

    propagation.send(headers);
    TENANT.run(null, () -> propagation.send(headers));
    TENANT.run("acme", () -> TENANT.exit(() -> propagation.send(headers)));

    assertThat(headers.values).isEmpty();
  }

  @Test
  @DisplayName("is no value over the limit, which the sender reports once")
  void overTheLimit() {
    BaggagePropagation propagation =
        propagation(
            Map.of(SEND, "baggage-tenant,baggage-secret", "asynclocal.baggage.max-length", "3"));
    try (Reports reports = new Reports()) {
      TENANT.run("four", () -> SECRET.run("yes", () -> propagation.send(headers)));
      TENANT.run("four", () -> propagation.send(new Headers()));

      assertThat(reports.messages())
          .singleElement()
          .asString()
          .contains("ASYNCLOCAL-075", "'baggage-tenant'", "4", "3");
    }
    assertThat(headers.get("baggage")).isEqualTo("baggage-secret=yes");
  }

  @Test
  @DisplayName("is no value over the limit that another sends, nor one with control characters")
  void receivedOverTheLimit() {
    BaggagePropagation propagation =
        propagation(Map.of(ACCEPT, "a,b,c", "asynclocal.baggage.max-length", "3"));
    headers.set("baggage", "a=four,b=yes,c=x%0Ay,d=no");

    assertThat(propagation.received(headers)).containsExactly(Map.entry("b", "yes"));
  }

  @Test
  @DisplayName("is nothing if the header would be, or is, too long")
  void headerTooLong() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:t", ACCEPT, "t"));
    headers.set("baggage", "other=" + "x".repeat(8180));
    try (Reports reports = new Reports()) {
      TENANT.run("acme", () -> propagation.send(headers));

      assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-076");
    }
    assertThat(headers.get("baggage")).hasSize(8186);
    headers.set("baggage", "t=1,other=" + "x".repeat(8192));
    assertThat(propagation.received(headers)).isEmpty();
  }

  @Test
  @DisplayName("goes beside the entries of others, those of the header or OpenTelemetry's current")
  void beside() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:tenant"));
    headers.set("baggage", "other=1;property=p,tenant=before");
    TENANT.run("acme", () -> propagation.send(headers));
    assertThat(headers.get("baggage"))
        .contains("other=1;property=p", "tenant=acme")
        .doesNotContain("before");

    Headers empty = new Headers();
    try (var scope = Baggage.builder().put("own", "2").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      TENANT.run("acme", () -> propagation.send(empty));
    }
    assertThat(empty.get("baggage")).contains("own=2", "tenant=acme");
  }

  @Test
  @DisplayName("does not depend on whether OpenTelemetry's context or ours was taken first")
  void eitherOrder() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:tenant"));
    Runnable send = () -> propagation.send(headers);
    Baggage baggage = Baggage.builder().put("own", "2").build();
    try (var scope = baggage.makeCurrent()) {
      assertThat(scope).isNotNull();
      TENANT.call("acme", () -> Context.current().wrap(AsyncLocalStorage.bindRunnable(send))).run();
      String oursInside = headers.values.remove("baggage");
      TENANT.call("acme", () -> AsyncLocalStorage.bindRunnable(Context.current().wrap(send))).run();

      assertThat(headers.get("baggage")).isEqualTo(oursInside).contains("own=2", "tenant=acme");
    }
  }

  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  @DisplayName(
      "does not depend on the order in which OpenTelemetry's provider and ours go on and off")
  @SuppressWarnings("MustBeClosedChecker") // the controller closes it
  void eitherProvider(boolean oursFirst, boolean firstEndsFirst) {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:tenant"));
    List<ThreadContextSnapshot> captured = new ArrayList<>();
    try (var scope = Baggage.builder().put("own", "2").build().makeCurrent()) {
      assertThat(scope).isNotNull();
      captured.add(TENANT.call("acme", () -> OURS.currentContext(Map.of())));
      Context theirs = Context.current();
      captured.add(
          () -> {
            Scope begun = theirs.makeCurrent();
            return begun::close;
          });
    }
    ThreadContextController first = captured.get(oursFirst ? 0 : 1).begin();
    ThreadContextController second = captured.get(oursFirst ? 1 : 0).begin();
    propagation.send(headers);
    (firstEndsFirst ? first : second).endContext();
    (firstEndsFirst ? second : first).endContext();

    assertThat(headers.get("baggage")).contains("own=2", "tenant=acme");
    assertThat(TENANT.isBound()).isFalse();
    assertThat(Baggage.current().isEmpty()).isTrue();
  }

  private static BaggagePropagation propagation(Map<String, String> values) {
    return BaggagePropagation.of(MapSettings.of(values));
  }

  private static final class Headers implements HeaderCarrier {
    final Map<String, String> values = new HashMap<>();

    @Override
    public @Nullable String get(String name) {
      return values.get(name);
    }

    @Override
    public void set(String name, String value) {
      values.put(name, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0085b", "a\u009Bb", "a\u2028b", "a\u202Eb", "cut \uD83D"})
  @DisplayName("is no value with control characters or half a surrogate pair, in either direction")
  void notPlain(String value) {
    BaggagePropagation propagation =
        propagation(Map.of(SEND, "baggage-tenant:tenant", ACCEPT, "customer:tenant"));
    try (Reports reports = new Reports()) {
      TENANT.run(value, () -> propagation.send(headers));
      TENANT.run(value, () -> propagation.send(headers));

      assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-078");
    }
    assertThat(headers.values).isEmpty();
  }

  @Test
  @DisplayName("is no value whose toString fails or returns null, and the call goes on")
  void noText() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:tenant"));
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("expected by the test");
          }
        };
    try (Reports reports = new Reports()) {
      TENANT.run(broken, () -> propagation.send(headers));

      assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-073");
    }
    assertThat(headers.values).isEmpty();
  }

  @Test
  @DisplayName("is no empty value, which receivers would drop")
  void empty() {
    BaggagePropagation propagation = propagation(Map.of(SEND, "baggage-tenant:tenant"));

    TENANT.run("", () -> propagation.send(headers));

    assertThat(headers.values).isEmpty();
  }
}
