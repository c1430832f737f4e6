package org.asynclocal.stress;

import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;

@JCStressTest
@Description("A snapshot that another thread gets without any synchronization is whole.")
@Outcome(id = "none, none", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "1, 2", expect = Expect.ACCEPTABLE, desc = "there")
@Outcome(expect = Expect.FORBIDDEN, desc = "half of it")
@State
public class FramePublicationRace {
  private final AsyncLocalStorage<String> first = AsyncLocalStorage.create();
  private final AsyncLocalStorage<String> second = AsyncLocalStorage.create();
  private @Nullable ContextSnapshot published;

  @Actor
  public void publish() {
    first.run("1", () -> second.run("2", () -> published = AsyncLocalStorage.snapshot()));
  }

  @Actor
  public void read(LL_Result seen) {
    ContextSnapshot snapshot = published;
    seen.r1 = snapshot == null ? "none" : snapshot.call(() -> String.valueOf(first.getStore()));
    seen.r2 = snapshot == null ? "none" : snapshot.call(() -> String.valueOf(second.getStore()));
  }
}
