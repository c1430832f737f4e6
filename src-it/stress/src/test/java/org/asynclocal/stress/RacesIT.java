package org.asynclocal.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.JCStress;

@DisplayName("Two threads at once")
class RacesIT {
  private static final List<String> RACES =
      List.of(
          SlotRace.class.getName(),
          FramePublicationRace.class.getName(),
          FrameSharingRace.class.getName(),
          KeyCreationRace.class.getName(),
          KeyReplacementRace.class.getName(),
          TwoReplacementsRace.class.getName(),
          HookEnablingRace.class.getName(),
          HookDispatchRace.class.getName());

  @Test
  @DisplayName("see of slot, frames, keys and hooks only what is allowed")
  void onlyTheAllowed() throws Exception {
    JCStress races = Jcstress.of("Race$", System.getProperty("jcstress.options"));
    assertThat(races.getTests()).containsExactlyInAnyOrderElementsOf(RACES);
    races.run();
  }
}
