package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

@JCStressTest
@Description(
    "Two threads disable one storage: what is entered between ends with the run around it.")
@Outcome(id = "null, 3", expect = Expect.ACCEPTABLE, desc = "nothing left, and it works again")
@Outcome(expect = Expect.FORBIDDEN, desc = "the two left the storage and its key at odds")
@State
public class TwoReplacementsRace {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.create();

  @Actor
  public void disable() {
    storage.disable();
  }

  @Actor
  public void disableAndEnter(LL_Result seen) {
    storage.run(
        "1",
        () -> {
          storage.disable();
          storage.enterWith("2");
        });
    seen.r1 = storage.getStore();
  }

  @Arbiter
  public void again(LL_Result seen) {
    seen.r2 = storage.call("3", () -> String.valueOf(storage.getStore()));
  }
}
