package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

@JCStressTest
@Description(
    "Two threads bind more on top of one snapshot, whose table is made by whoever needs it.")
@Outcome(id = "12a, 12b", expect = Expect.ACCEPTABLE, desc = "all bindings, each its own on top")
@Outcome(expect = Expect.FORBIDDEN, desc = "a binding lost or another thread's")
@State
public class FrameSharingRace {
  private final AsyncLocalStorage<String> first = AsyncLocalStorage.create();
  private final AsyncLocalStorage<String> second = AsyncLocalStorage.create();
  private final AsyncLocalStorage<String> top = AsyncLocalStorage.create();
  private final ContextSnapshot shared =
      first.call("1", () -> second.call("2", AsyncLocalStorage::snapshot));

  @Actor
  public void one(LL_Result seen) {
    seen.r1 = seenOnTop("a");
  }

  @Actor
  public void two(LL_Result seen) {
    seen.r2 = seenOnTop("b");
  }

  private String seenOnTop(String value) {
    return shared.call(
        () -> top.call(value, () -> first.getStore() + second.getStore() + top.getStore()));
  }
}
