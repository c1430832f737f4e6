package org.asynclocal.it.quarkus.plain;

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
class PlainSlotTest {
  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("")
  URI server;

  @Inject InFlight inFlight;

  @Test
  void without_asynclocal_quarkus_the_storm_finds_requests_that_see_another_one_s_value()
      throws Exception {
    Storm.Outcome outcome = new Storm(server, Storm.WAYS, List.of("")).rage(10_000);

    assertThat(outcome.mixed()).isGreaterThan(1_000);
    assertThat(inFlight.most()).isGreaterThanOrEqualTo(100);
  }
}
