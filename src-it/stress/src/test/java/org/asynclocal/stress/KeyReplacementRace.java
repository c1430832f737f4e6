package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;

@JCStressTest
@Description("A binding that another thread ends with disable() is there or gone, and stays gone.")
@Outcome(id = "1, 1, null", expect = Expect.ACCEPTABLE, desc = "before or after")
@Outcome(id = "1, null, null", expect = Expect.ACCEPTABLE, desc = "meanwhile")
@Outcome(id = "null, null, null", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "comes back")
@State
public class KeyReplacementRace {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();
  private final ContextSnapshot earlier = storage.call("0", AsyncLocalStorage::snapshot);

  @Actor
  public void disable() {
    storage.disable();
  }

  @Actor
  public void read(LLL_Result seen) {
    storage.run(
        "1",
        () -> {
          seen.r1 = storage.getStore();
          seen.r2 = storage.getStore();
        });
  }

  @Arbiter
  public void earlier(LLL_Result seen) {
    seen.r3 = earlier.call(() -> String.valueOf(storage.getStore()));
  }
}
