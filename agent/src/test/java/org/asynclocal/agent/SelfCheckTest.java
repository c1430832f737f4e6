package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of targets, against the JDK that runs this test. */
class SelfCheckTest {
  private static final int JDK = Runtime.version().feature();

  @Test
  @DisplayName("The JDK has every target of the table")
  void jdkHasEveryTarget() throws Exception {
    assertThat(SelfCheck.missing(new TargetTable().of(JDK))).isEmpty();
  }

  @Test
  @DisplayName("A target that the JDK does not have is found missing")
  void renamedTargetIsMissing() throws Exception {
    Target target = new TargetTable().of(JDK).get(0);
    Target renamed =
        new Target(
            target.kind(),
            target.type(),
            target.method() + "Renamed",
            target.descriptor(),
            target.edit(),
            target.since(),
            target.until(),
            target.reason());

    assertThat(SelfCheck.missing(List.of(renamed))).containsExactly(renamed);
  }

  @Test
  @DisplayName("A target whose class the JDK does not have is found missing")
  void targetOfUnknownClassIsMissing() throws Exception {
    Target target = new TargetTable().of(JDK).get(0);
    Target unknown =
        new Target(
            target.kind(),
            "java/util/concurrent/Unknown",
            target.method(),
            target.descriptor(),
            target.edit(),
            target.since(),
            target.until(),
            target.reason());

    assertThat(SelfCheck.missing(List.of(unknown))).containsExactly(unknown);
  }

  @Test
  @DisplayName("Every target says why it is needed")
  void everyTargetHasReason() {
    assertThat(new TargetTable().of(JDK))
        .allSatisfy(target -> assertThat(target.reason()).isNotBlank());
  }
}
