package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.Arrays;
import org.asynclocal.it.quarkus.handoff.Handoff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table in the guide to Quarkus, row by row. */
@QuarkusTest
class HandoffTest {
  private static final int ROWS = 19;

  @SuppressWarnings("NullAway.Init") // set by Quarkus
  @TestHTTPResource("handoffs/")
  URI handoffs;

  @ParameterizedTest(name = "{0} finds after enterWith: {1}, in run: {2}")
  @CsvSource({
    "MANAGED_EXECUTOR, own, own",
    "MANAGED_EXECUTOR_CHAIN, own, own",
    "THREAD_CONTEXT, own, own",
    "UNI, own, own",
    "MULTI, own, own",
    "MULTI_TICKS, own, own",
    "QUARKUS_EXECUTOR, own, null",
    "COMMON_POOL, null, null",
    "COMMON_POOL_BOUND, own, own",
    "THREAD, null, null",
    "TIMER, own, null",
    "TIMER_BOUND, own, own",
    "EXECUTE_BLOCKING, own, null",
    "EXECUTE_BLOCKING_BOUND, own, own",
    "CONSUME_EVENT, own, own",
    "CONSUME_EVENT_BLOCKING, own, own",
    "EVENT_BUS_REPLY, own, own",
    "OBSERVES_ASYNC, own, null",
    "OBSERVES_ASYNC_ON_MANAGED_EXECUTOR, own, own",
  })
  void a_handoff_carries_what_the_table_says(String handoff, String entered, String run)
      throws Exception {
    assertThat(Http.get(handoffs.resolve(handoff + "/enterWith")).body()).isEqualTo(entered);
    assertThat(Http.get(handoffs.resolve(handoff + "/run")).body()).isEqualTo(run);
  }

  @Test
  void the_table_has_a_row_for_each_handoff() {
    assertThat(Arrays.asList(Handoff.values())).hasSize(ROWS);
  }
}
