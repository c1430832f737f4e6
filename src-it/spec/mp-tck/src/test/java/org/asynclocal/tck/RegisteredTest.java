package org.asynclocal.tck;

import static org.testng.Assert.assertEquals;
import static org.testng.Assert.assertFalse;

import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.eclipse.microprofile.context.ThreadContext;
import org.testng.annotations.Test;

/** The TCK says something of our provider only if it is among those that the runtime calls. */
public class RegisteredTest {
  /** A context found as the TCK's are, by service, carries our storages. */
  @Test
  public void ourProviderIsCalled() {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
    ThreadContext ours =
        ThreadContext.builder()
            .propagated(AsyncLocalStorage.CONTEXT_TYPE)
            .cleared(ThreadContext.ALL_REMAINING)
            .unchanged()
            .build();
    Supplier<String> contextual =
        storage.call("A", () -> ours.contextualSupplier(() -> "" + storage.getStore()));
    assertEquals(contextual.get(), "A");
    assertFalse(storage.isBound());
  }
}
