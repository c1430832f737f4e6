package org.asynclocal.it.quarkus.transactions;

import io.quarkus.test.junit.QuarkusTest;
import org.asynclocal.it.transactions.TransactionLocalStorageContract;
import org.junit.jupiter.api.DisplayName;

@QuarkusTest
@DisplayName("On Quarkus, a value that lives with the transaction")
class TransactionLocalStorageTest extends TransactionLocalStorageContract {}
