package org.asynclocal.fuzz;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Values that people and tools write into configurations. */
public final class Configurations {
  private Configurations() {}

  /** Values, most of them near to what a key might take. */
  public static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of("true", "false", " true ", "TRUE", "", " ", "\u00a0", "\u2003", ",", "a,,b"),
        Arbitraries.of(
            "\\", "a\\,b", "${", "${}", "${missing}", "${missing:x}", "$${x}", "%s", "{0}"),
        Arbitraries.integers().map(String::valueOf),
        Arbitraries.strings());
  }
}
