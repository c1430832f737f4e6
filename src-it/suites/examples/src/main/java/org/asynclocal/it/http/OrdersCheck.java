package org.asynclocal.it.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.asynclocal.it.http.ExamplesClient.Call;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(RunningExamples.class)
@DisplayName("POST and GET api/orders")
class OrdersCheck {

  @Test
  @DisplayName("an order is one transaction on every thread that works for it")
  void oneTransactionOnEveryThread(ExamplesClient examples) throws IOException {
    Answer answer = examples.post("api/orders?item=tea").as("alice").send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    JsonObject order = answer.json(JsonObject.class);
    assertThat(order.getString("status")).isEqualTo("committed");
    assertOneTransaction(order);
  }

  @Test
  @DisplayName("each order is a transaction of its own")
  void eachOrderHasItsOwnTransaction(ExamplesClient examples) throws IOException {
    JsonObject first = examples.post("api/orders?item=1").as("bob").send().json(JsonObject.class);
    JsonObject second = examples.post("api/orders?item=2").as("bob").send().json(JsonObject.class);

    assertThat(first.getString("transaction")).isNotEqualTo(second.getString("transaction"));
    assertThat(scopedValues(first)).doesNotContainAnyElementsOf(scopedValues(second));
  }

  @Test
  @DisplayName("a committed order has the row that a worker wrote, with the caller and the request")
  void committedOrderHasARow(ExamplesClient examples) throws IOException {
    JsonObject order =
        examples
            .post("api/orders?item=green%20tea")
            .as("alice")
            .header("X-Request-Id", "order-1")
            .send()
            .json(JsonObject.class);

    List<JsonObject> rows = rows(examples, order.getString("orderId"));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).getString("item")).isEqualTo("green tea");
    assertThat(rows.get(0).getString("requestId")).isEqualTo("order-1");
    assertThat(rows.get(0).getString("principal")).isEqualTo("alice");
  }

  @Test
  @DisplayName("an order that fails is rolled back, with the row that a worker wrote")
  void failedOrderHasNoRow(ExamplesClient examples) throws IOException {
    Answer answer = examples.post("api/orders?item=coffee&fail=true").as("alice").send();

    assertThat(answer.status()).as(answer.body()).isEqualTo(409);
    assertThat(answer.mediaType()).isEqualTo("application/problem+json");
    JsonObject problem = answer.json(JsonObject.class);
    assertThat(problem.getString("status")).isEqualTo("rolledback");
    assertThat(problem.getString("title")).isNotBlank();
    assertOneTransaction(problem);
    assertThat(rows(examples, problem.getString("orderId"))).isEmpty();
  }

  @Test
  @DisplayName("orders in flight together commit and fail each for itself")
  void ordersInFlightTogether(ExamplesClient examples) throws Exception {
    List<Call> calls = new ArrayList<>();
    for (int n = 0; n < 64; n++) {
      String user = n % 4 < 2 ? "alice" : "bob";
      calls.add(examples.post("api/orders?item=many-" + n + "&fail=" + (n % 2 == 1)).as(user));
    }

    List<Answer> answers = ExamplesClient.sendAll(16, calls);

    JsonArray rows = examples.get("api/orders").send().json(JsonArray.class);
    for (int n = 0; n < answers.size(); n++) {
      JsonObject order = answers.get(n).json(JsonObject.class);
      boolean failed = n % 2 == 1;
      assertThat(answers.get(n).status()).as(order.toString()).isEqualTo(failed ? 409 : 201);
      assertOneTransaction(order);
      assertThat(with(order.getString("orderId"), rows)).hasSize(failed ? 0 : 1);
    }
  }

  @Test
  @DisplayName("placing an order asks for credentials, looking at them does not")
  void placingAsksForCredentials(ExamplesClient examples) throws IOException {
    Answer refused = examples.post("api/orders?item=tea").send();

    Problems.assertProblem(refused, 401);
    assertThat(refused.header("WWW-Authenticate")).startsWith("Basic ");
    assertThat(examples.get("api/orders").send().status()).isEqualTo(200);
  }

  @ParameterizedTest(name = "the query \"{0}\"")
  @ValueSource(strings = {"", "?item=", "?item=%20", "?item=tea&fail=maybe"})
  @DisplayName("an order without an item, or with another flag, is refused")
  void refusesBadParameters(String query, ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.post("api/orders" + query).as("alice").send(), 400);
  }

  @Test
  @DisplayName("an item of more than 100 characters is refused")
  void refusesALongItem(ExamplesClient examples) throws IOException {
    Call call = examples.post("api/orders?item=" + "x".repeat(101)).as("alice");

    Problems.assertProblem(call.send(), 400);
  }

  private static void assertOneTransaction(JsonObject order) {
    assertThat(order.getString("transaction")).isNotBlank();
    List<JsonObject> steps = steps(order);
    assertThat(steps)
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(step -> step.getString("transaction").equals(order.getString("transaction")));
    assertThat(scopedValues(order)).hasSize(1);
    assertThat(steps.stream().map(step -> step.getString("thread")).distinct())
        .hasSizeGreaterThanOrEqualTo(2);
  }

  private static Set<String> scopedValues(JsonObject order) {
    return steps(order).stream().map(step -> step.getString("scopedValue")).collect(toSet());
  }

  private static List<JsonObject> steps(JsonObject order) {
    return order.getJsonArray("steps").getValuesAs(JsonObject.class);
  }

  private static List<JsonObject> rows(ExamplesClient examples, String orderId) throws IOException {
    return with(orderId, examples.get("api/orders").send().json(JsonArray.class));
  }

  private static List<JsonObject> with(String orderId, JsonArray rows) {
    return rows.getValuesAs(JsonObject.class).stream()
        .filter(row -> row.getString("orderId").equals(orderId))
        .toList();
  }
}
