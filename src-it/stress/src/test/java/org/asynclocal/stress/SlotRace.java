package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLLL_Result;

@JCStressTest
@Description("A thread reads its own value inside a run, and none after it.")
@Outcome(id = "1, null, 2, null", expect = Expect.ACCEPTABLE, desc = "each its own")
@Outcome(expect = Expect.FORBIDDEN, desc = "another thread's value, or one left behind")
@State
public class SlotRace {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

  @Actor
  public void one(LLLL_Result seen) {
    seen.r1 = storage.call("1", () -> String.valueOf(storage.getStore()));
    seen.r2 = storage.getStore();
  }

  @Actor
  public void two(LLLL_Result seen) {
    storage.run(
        "2",
        () -> {
          storage.enterWith("entered");
          seen.r3 = storage.call("2", () -> String.valueOf(storage.getStore()));
        });
    seen.r4 = storage.getStore();
  }
}
