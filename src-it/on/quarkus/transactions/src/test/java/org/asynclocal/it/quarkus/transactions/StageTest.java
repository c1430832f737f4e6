package org.asynclocal.it.quarkus.transactions;

import io.quarkus.test.junit.QuarkusTest;
import org.asynclocal.it.transactions.StageContract;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@DisplayName("On Quarkus, a transactional method that returns a stage")
class StageTest extends StageContract {}
