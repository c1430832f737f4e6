package org.asynclocal.stress;

import org.asynclocal.hooks.AsyncResource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

@JCStressTest
@Description(
    "A hook that is enabled or disabled while a resource runs is told from then on, or till then.")
@Outcome(
    id = {
      "0, 0, 0, 0", "0, 0, 1, 0", "0, 0, 1, 1",
      "0, 1, 0, 0", "0, 1, 1, 0", "0, 1, 1, 1",
      "1, 1, 0, 0", "1, 1, 1, 0", "1, 1, 1, 1"
    },
    expect = Expect.ACCEPTABLE,
    desc = "in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "told before it was enabled or after it was disabled")
@State
public class HookDispatchRace {
  private final AsyncResource resource = new AsyncResource("RACE");
  private final CountingHook enabled = new CountingHook(resource);
  private final CountingHook disabled = new CountingHook(resource);

  public HookDispatchRace() {
    disabled.enable();
  }

  @Actor
  public void change() {
    enabled.enable();
    disabled.disable();
  }

  @Actor
  public void run() {
    resource.runInAsyncScope(() -> {});
  }

  @Arbiter
  public void told(IIII_Result told) {
    told.r1 = enabled.before();
    told.r2 = enabled.after();
    told.r3 = disabled.before();
    told.r4 = disabled.after();
    enabled.disable();
  }
}
