package org.asynclocal.benchmarks;

import io.smallrye.context.FastThreadContextProvider;
import java.util.Map;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/** One value, as an application would carry it that writes its own provider. */
class ValueProvider implements ThreadContextProvider {
  static final ThreadLocal<@Nullable Object> VALUE = new ThreadLocal<>();

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    return snapshot(VALUE.get());
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return snapshot(null);
  }

  private static ThreadContextSnapshot snapshot(@Nullable Object captured) {
    return () -> {
      Object before = VALUE.get();
      set(captured);
      return () -> set(before);
    };
  }

  private static void set(@Nullable Object value) {
    if (value == null) {
      VALUE.remove();
    } else {
      VALUE.set(value);
    }
  }

  @Override
  public String getThreadContextType() {
    return "Value";
  }

  /** The same with SmallRye's short cut, which it takes if all providers have it. */
  static final class Fast extends ValueProvider implements FastThreadContextProvider {
    @Override
    public ThreadLocal<?> threadLocal(Map<String, String> props) {
      return VALUE;
    }
  }
}
