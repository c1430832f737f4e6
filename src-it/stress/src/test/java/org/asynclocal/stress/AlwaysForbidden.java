package org.asynclocal.stress;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

@JCStressTest
@Description("Shows that a forbidden result fails the build.")
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "never seen")
@Outcome(expect = Expect.FORBIDDEN, desc = "always seen")
@State
public class AlwaysForbidden {
  @Actor
  public void one(I_Result seen) {
    seen.r1 = 1;
  }

  @Actor
  public void two() {
    // jcstress wants two actors
  }
}
