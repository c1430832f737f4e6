package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExamplesTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("api/")
  URI api;

  @Test
  void a_store_is_read_after_a_timer_on_another_thread() throws Exception {
    JsonNode answer = Http.json(Http.get(api.resolve("delayed/42?ms=10")));

    assertThat(answer.get("value").asText()).isEqualTo("42");
    assertThat(answer.get("startThread").asText()).contains("#");
    assertThat(answer.get("endThread")).isNotEqualTo(answer.get("startThread"));
  }

  @Test
  void a_delay_out_of_range_is_refused() throws Exception {
    HttpResponse<String> response = Http.get(api.resolve("delayed/42?ms=5001"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Http.json(response).get("detail").asText()).contains("5000");
  }

  @Test
  void every_layer_and_every_line_of_the_log_has_the_request_s_id() throws Exception {
    HttpResponse<String> response =
        Http.get(api.resolve("users/7/data"), "X-Request-Id", "request-1");
    JsonNode answer = Http.json(response);

    assertThat(response.headers().firstValue("X-Request-Id")).contains("request-1");
    assertThat(answer.get("requestId").asText()).isEqualTo("request-1");
    assertThat(answer.get("userId").asText()).isEqualTo("7");
    assertThat(answer.get("hops").findValuesAsText("step"))
        .containsExactly("controller", "service", "repository", "continuation");
    assertThat(answer.get("hops").findValuesAsText("requestId")).containsOnly("request-1");
    assertThat(answer.get("hops").findValuesAsText("thread").stream().distinct())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(answer.get("log")).hasSize(4).allMatch(line -> line.asText().contains("request-1"));
  }

  @Test
  void an_id_that_is_not_valid_is_replaced() throws Exception {
    HttpResponse<String> response =
        Http.get(api.resolve("users/7/data"), "X-Request-Id", "no spaces");

    assertThat(response.headers().firstValue("X-Request-Id").orElseThrow())
        .matches("[A-Za-z0-9._-]{1,64}");
  }

  @Test
  void the_steps_of_an_order_share_its_transaction_and_its_rows_are_committed() throws Exception {
    HttpResponse<String> response =
        Http.post(api.resolve("orders?item=book"), "X-Request-Id", "order-1");
    JsonNode order = Http.json(response);
    String orderId = order.get("orderId").asText();

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(order.get("status").asText()).isEqualTo("committed");
    assertThat(order.get("steps").findValuesAsText("step"))
        .containsExactly("service", "task", "stage");
    assertThat(order.get("steps").findValuesAsText("transaction"))
        .containsOnly(order.get("transaction").asText())
        .doesNotContain("null");
    assertThat(order.get("steps").findValuesAsText("scopedValue")).containsOnly(orderId);
    assertThat(order.get("steps").findValuesAsText("thread").stream().distinct())
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(rowsOf(orderId)).isEqualTo(3);
    assertThat(Http.get(api.resolve("orders")).body()).contains("\"requestId\":\"order-1\"");
  }

  @Test
  void an_order_that_fails_leaves_no_row_of_any_step() throws Exception {
    HttpResponse<String> response = Http.post(api.resolve("orders?item=book&fail=true"));
    JsonNode problem = Http.json(response);

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(problem.get("status").asText()).isEqualTo("rolledback");
    assertThat(problem.get("steps")).hasSize(3);
    assertThat(rowsOf(problem.get("orderId").asText())).isZero();
  }

  @Test
  void rows_that_stages_write_are_committed_when_they_end() throws Exception {
    HttpResponse<String> response = Http.post(api.resolve("orders/later?item=book"));
    JsonNode order = Http.json(response);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(order.get("steps").findValuesAsText("step")).containsExactly("service", "stage");
    assertThat(order.get("steps").findValuesAsText("transaction"))
        .containsOnly(order.get("transaction").asText())
        .doesNotContain("null");
    assertThat(order.get("steps").findValuesAsText("thread")).doesNotHaveDuplicates();
    assertThat(rowsOf(order.get("orderId").asText())).isEqualTo(2);
  }

  @Test
  void rows_that_failing_stages_write_are_rolled_back() throws Exception {
    HttpResponse<String> response = Http.post(api.resolve("orders/later?item=book&fail=true"));

    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(rowsOf(Http.json(response).get("orderId").asText())).isZero();
  }

  private long rowsOf(String orderId) throws Exception {
    JsonNode rows = Http.json(Http.get(api.resolve("orders")));
    return rows.findValuesAsText("orderId").stream().filter(orderId::equals).count();
  }
}
