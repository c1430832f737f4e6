package org.asynclocal.stress;

import org.asynclocal.hooks.AsyncResource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

@JCStressTest
@Description("Two threads change the hooks at once, and both changes hold.")
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "two enabled, one disabled")
@Outcome(expect = Expect.FORBIDDEN, desc = "a change is lost, or a hook told twice")
@State
public class HookEnablingRace {
  private final AsyncResource resource = new AsyncResource("RACE");
  private final CountingHook one = new CountingHook(resource);
  private final CountingHook two = new CountingHook(resource);
  private final CountingHook gone = new CountingHook(resource);

  public HookEnablingRace() {
    gone.enable();
  }

  @Actor
  public void one() {
    one.enable();
    gone.disable();
  }

  @Actor
  public void two() {
    two.enable();
    one.enable();
  }

  @Arbiter
  public void told(III_Result told) {
    resource.runInAsyncScope(() -> {});
    told.r1 = one.before();
    told.r2 = two.before();
    told.r3 = gone.before();
    one.disable();
    two.disable();
    gone.disable();
  }
}
