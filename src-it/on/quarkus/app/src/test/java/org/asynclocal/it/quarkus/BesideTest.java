package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BesideTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("beside/")
  URI beside;

  @ParameterizedTest
  @ValueSource(strings = {"task", "uni", "thread"})
  void the_request_scope_and_the_transaction_are_there_beside_the_store(String way)
      throws Exception {
    assertThat(Http.get(beside.resolve(way)).body()).isEqualTo("own visit same transaction");
  }
}
