package org.asynclocal.stress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.JCStress;
import org.openjdk.jcstress.Options;

/** Sets jcstress up. It fails with an AssertionError that names what was seen and is forbidden. */
final class Jcstress {
  /** Few at once: the hooks of all of them are enabled together. */
  private static final List<String> STRIDES = List.of("-strideSize", "8", "-strideCount", "8");

  private Jcstress() {}

  static JCStress of(String tests, String chosen) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(chosen.split(" ")));
    arguments.addAll(STRIDES);
    arguments.addAll(List.of("-t", tests, "-r", System.getProperty("jcstress.results")));
    Options options = new Options(arguments.toArray(String[]::new));
    assertThat(options.parse()).as("options %s", arguments).isTrue();
    return new JCStress(options);
  }
}
