package org.asynclocal.it.quarkus.transactions;

import io.quarkus.test.junit.QuarkusTest;
import org.asynclocal.it.transactions.StressContract;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@DisplayName("On Quarkus, many transactions")
class StressTest extends StressContract {}
