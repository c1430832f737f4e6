package org.asynclocal.server.internal.provider;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/** An application's provider that writes down what is asked of it, and fails where told. */
public class RecordingProvider implements ThreadContextProvider {
  private final String type;
  private final List<String> record;
  private final List<String> failing;

  public RecordingProvider(String type, List<String> record, String... failing) {
    this.type = type;
    this.record = record;
    this.failing = List.of(failing);
  }

  static List<String> record() {
    return new ArrayList<>();
  }

  @Override
  public @Nullable ThreadContextSnapshot currentContext(Map<String, String> props) {
    step("capture");
    return () -> {
      step("begin");
      return () -> step("end");
    };
  }

  @Override
  public @Nullable ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return currentContext(props);
  }

  @Override
  public String getThreadContextType() {
    return type;
  }

  private void step(String step) {
    if (failing.contains(step)) {
      throw new IllegalArgumentException("meant to fail in " + step);
    }
    record.add(step + " " + type);
  }
}
