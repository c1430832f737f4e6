package org.asynclocal.server.internal.config;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** The application's MicroProfile Config, as far as the kit reads it. */
public final class KitSettings {
  private static final String DEFAULTS = "mp.context.";
  private static final String DEFAULT_MAX_ASYNC = DEFAULTS + "ManagedExecutor.maxAsync";
  private static final String DEFAULT_MAX_QUEUED = DEFAULTS + "ManagedExecutor.maxQueued";
  private static final Set<String> DEFAULT_KEYS =
      new TreeSet<>(
          List.of(
              DEFAULTS + "ManagedExecutor.cleared",
              DEFAULT_MAX_ASYNC,
              DEFAULT_MAX_QUEUED,
              DEFAULTS + "ManagedExecutor.propagated",
              DEFAULTS + "ThreadContext.cleared",
              DEFAULTS + "ThreadContext.propagated",
              DEFAULTS + "ThreadContext.unchanged"));

  private final Config config;
  private final Settings own = ApplicationSettings.find();

  private KitSettings(Config config) {
    this.config = config;
  }

  /**
   * The configuration of the application whose class loader is the thread's context class loader.
   *
   * @throws IllegalStateException if it can't be read, with the message for the user
   */
  public static KitSettings ofApplication() {
    KitSettings settings = new KitSettings(config());
    settings.reportUnknownKeys();
    settings.number(DEFAULT_MAX_ASYNC, -1);
    settings.number(DEFAULT_MAX_QUEUED, -1);
    return settings;
  }

  private static Config config() {
    try {
      return ConfigProvider.getConfig();
    } catch (IllegalStateException withoutImplementation) {
      throw new IllegalStateException(
          ServerMessages.NO_CONFIG.text(withoutImplementation), withoutImplementation);
    }
  }

  /** The JNDI name of the ManagedExecutorService to run on, instead of the kit's own. */
  public Optional<String> executor() {
    return Optional.of(own.text(Setting.EXECUTOR)).filter(name -> !name.isEmpty());
  }

  /** The context types for which the kit brings no provider. */
  public Set<String> excludedTypes() {
    return Set.copyOf(own.list(Setting.PROVIDERS_EXCLUDED));
  }

  /**
   * The number under the key.
   *
   * @throws IllegalStateException if it is none, with the message for the user
   */
  int number(String key, int otherwise) {
    try {
      return config.getOptionalValue(key, Integer.class).orElse(otherwise);
    } catch (IllegalArgumentException | NoSuchElementException unreadable) {
      throw new IllegalStateException(
          ServerMessages.BAD_CONFIGURATION.text(key, unreadable), unreadable);
    }
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
