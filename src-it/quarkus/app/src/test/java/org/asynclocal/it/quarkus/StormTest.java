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
  private static final int REQUESTS = Integer.getInteger("asynclocal.requests", 10_000);

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;

  @Test
  void of_many_requests_at_once_each_sees_its_own_value_and_nobody_else_s() throws Exception {
    Storm.Outcome outcome = new Storm(server, Storm.WAYS, List.of("")).rage(REQUESTS);

    assertThat(outcome.wrong()).isEmpty();
    assertThat(outcome.mixed()).isZero();
    assertThat(outcome.requests()).isEqualTo(REQUESTS);
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(100);
  }
}
