package org.asynclocal.it.quarkus.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import org.asynclocal.it.quarkus.storm.InFlight;
import org.asynclocal.it.quarkus.storm.Storm;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecuredStormTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;

  @Test
  void with_security_too_each_of_ten_thousand_requests_sees_its_own_value_alone() throws Exception {
    List<String> callers = List.of("", Basic.of("alice"), Basic.of("bob"));

    Storm.Outcome outcome = new Storm(server, Storm.WAYS, callers).rage(10_000);

    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.mixed()).isZero();
    assertThat(outcome.requests()).isEqualTo(10_000);
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(100);
  }
}
