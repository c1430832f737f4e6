package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

@JCStressTest
@Description("Storages that two threads create at once never share a place.")
@Outcome(id = "12", expect = Expect.ACCEPTABLE, desc = "both bound")
@Outcome(expect = Expect.FORBIDDEN, desc = "one hides the other")
@State
public class KeyCreationRace {
  private AsyncLocalStorage<String> one = AsyncLocalStorage.create();
  private AsyncLocalStorage<String> two = AsyncLocalStorage.create();

  @Actor
  public void one() {
    one = AsyncLocalStorage.create();
  }

  @Actor
  public void two() {
    two = AsyncLocalStorage.create();
  }

  @Arbiter
  public void both(L_Result seen) {
    seen.r1 = one.call("1", () -> two.call("2", () -> one.getStore() + two.getStore()));
  }
}
