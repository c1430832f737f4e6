package org.asynclocal.server;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's MicroProfile Config, as far as the kit reads it. */
final class Settings {
  /** The JNDI name of the ManagedExecutorService to run on, instead of the kit's own. */
  static final String EXECUTOR = "asynclocal.executor";

  /** The context types for which the kit brings no provider. */
  static final String EXCLUDED = "asynclocal.providers.excluded";

  private static final String DEFAULTS = "mp.context.";
  private static final Set<String> DEFAULT_KEYS =
      new TreeSet<>(
          List.of(
              DEFAULTS + "ManagedExecutor.cleared",
              DEFAULTS + "ManagedExecutor.maxAsync",
              DEFAULTS + "ManagedExecutor.maxQueued",
              DEFAULTS + "ManagedExecutor.propagated",
              DEFAULTS + "ThreadContext.cleared",
              DEFAULTS + "ThreadContext.propagated",
              DEFAULTS + "ThreadContext.unchanged"));

  private final Config config;

  private Settings(Config config) {
    this.config = config;
  }

  /**
   * The configuration of the application whose class loader is the thread's context class loader.
   */
  static Settings ofApplication() {
    Settings settings = new Settings(ConfigProvider.getConfig());
    settings.reportUnknownKeys();
    return settings;
  }

  Optional<String> executor() {
    return config.getOptionalValue(EXECUTOR, String.class);
  }

  Set<String> excludedTypes() {
    return Set.of(config.getOptionalValue(EXCLUDED, String[].class).orElse(new String[0]));
  }

  int number(String key, int otherwise) {
    return config.getOptionalValue(key, Integer.class).orElse(otherwise);
  }

  /** The list under the key. A key without a value is an empty list, not an absent one. */
  List<String> list(String key, List<String> otherwise) {
    try {
      return List.of(config.getValue(key, String[].class));
    } catch (NoSuchElementException absent) {
      return isPresent(key) ? List.of() : otherwise;
    }
  }

  private boolean isPresent(String key) {
    for (String name : config.getPropertyNames()) {
      if (name.equals(key)) {
        return true;
      }
    }
    return false;
  }

  private void reportUnknownKeys() {
    for (String name : config.getPropertyNames()) {
      if (name.startsWith(DEFAULTS) && !DEFAULT_KEYS.contains(name)) {
        ServerMessages.UNKNOWN_KEY.report(name, DEFAULT_KEYS);
      }
    }
  }
}
