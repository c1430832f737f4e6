package org.asynclocal.internal.bridge;

import org.asynclocal.internal.config.Settings;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** Finds the settings of an application: in MicroProfile Config where it is, else by properties. */
public final class ApplicationSettings {
  private static final String PROVIDER = "org.eclipse.microprofile.config.ConfigProvider";

  private ApplicationSettings() {}

  /**
   * Those of the application whose class loader is the thread's context class loader.
   *
   * @return the settings
   */
  public static Settings find() {
    return isThere() ? new Settings(new Configured()) : Settings.ofSystem();
  }

  /** The API may be absent, or there without an implementation. */
  private static boolean isThere() {
    try {
      Class.forName(PROVIDER, false, ApplicationSettings.class.getClassLoader());
      return Configured.isThere();
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  /** The one class that knows the API. */
  private static final class Configured implements Settings.Source {
    private final Config config = ConfigProvider.getConfig();

    static boolean isThere() {
      try {
        ConfigProvider.getConfig();
        return true;
      } catch (IllegalStateException withoutImplementation) {
        return false;
      }
    }

    @Override
    public Iterable<String> keys() {
      return config.getPropertyNames();
    }

    @Override
    public @Nullable String value(String key) {
      return config.getOptionalValue(key, String.class).orElse(null);
    }
  }
}
