package org.asynclocal.internal.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings of a test. */
public final class MapSettings implements Settings.Source {
  private final Map<String, String> values;

  private MapSettings(Map<String, String> values) {
    this.values = values;
  }

  public static Settings of(Map<String, String> values) {
    return new Settings(new MapSettings(values));
  }

  @Override
  public Iterable<String> keys() {
    return values.keySet();
  }

  @Override
  public @Nullable String value(String key) {
    return values.get(key);
  }
}
