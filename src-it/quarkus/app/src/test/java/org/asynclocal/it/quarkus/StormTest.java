package org.asynclocal.it.quarkus;

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
class StormTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;

  @Test
  void of_ten_thousand_requests_each_sees_its_own_value_and_nobody_else_s() throws Exception {
    Storm.Outcome outcome = new Storm(server, Storm.WAYS, List.of("")).rage(10_000);

    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.mixed()).isZero();
    assertThat(outcome.requests()).isEqualTo(10_000);
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(100);
  }
}
