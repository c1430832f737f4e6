package org.asynclocal.it.quarkus.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.eclipse.microprofile.context.ThreadContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IdentityTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Test
  void alice_is_alice_beside_her_store_on_every_way_that_whoami_shows() throws Exception {
    JsonNode answer = new ObjectMapper().readTree(get("api/whoami"));

    assertThat(answer.get("caller").asText()).isEqualTo("alice");
    assertThat(answer.get("hops").findValuesAsText("step"))
        .containsExactly("pool", "async", "inline", "ejb");
    assertThat(answer.get("hops").findValuesAsText("principal")).containsOnly("alice");
    assertThat(answer.get("hops").findValuesAsText("inRole")).containsOnly("true");
    assertThat(answer.get("hops").findValuesAsText("requestId")).containsOnly("request of alice");
  }

  @Test
  void a_stranger_is_refused() throws Exception {
    assertThat(Basic.get(server.resolve("api/whoami"), "mallory").statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"task", "uni", "thread"})
  void identity_request_scope_and_transaction_are_there_beside_the_store(String way)
      throws Exception {
    assertThat(get("beside/" + way)).isEqualTo("own alice visit same transaction");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @CsvSource({
    "MANAGED_EXECUTOR, own alice",
    "MANAGED_EXECUTOR_CHAIN, own alice",
    "THREAD_CONTEXT, own alice",
    "UNI, own alice",
    "MULTI, own alice",
    "TIMER_BOUND, own alice",
    "EXECUTE_BLOCKING_BOUND, own alice",
    "COMMON_POOL_BOUND, own unknown",
    "CONSUME_EVENT_BLOCKING, own anonymous",
  })
  void the_identity_goes_where_the_request_scope_goes(String step, String found) throws Exception {
    assertThat(get("handoffs/" + step + "/run")).isEqualTo(found);
  }

  @Test
  void an_executor_that_clears_the_request_scope_clears_the_identity_and_keeps_the_store()
      throws Exception {
    assertThat(get("cleared")).isEqualTo("own anonymous");
  }

  @Test
  void there_is_no_security_context_to_ask_for() {
    ThreadContext.Builder builder = ThreadContext.builder().propagated(ThreadContext.SECURITY);

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Security");
  }

  private String get(String path) throws Exception {
    return Basic.get(server.resolve(path), "alice").body();
  }
}
