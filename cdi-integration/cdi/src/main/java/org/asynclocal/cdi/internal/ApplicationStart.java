package org.asynclocal.cdi.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.asynclocal.internal.Setting;
import org.asynclocal.internal.Settings;
import org.asynclocal.microprofile.ApplicationSettings;
import org.asynclocal.strict.StrictMode;

/** Puts the application's configuration into effect. */
@ApplicationScoped
class ApplicationStart {

  /**
   * The application starts. On Weld its configuration has been checked before; Arc checks at build
   * time, and the configuration may have changed since.
   */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    Settings settings = ApplicationSettings.find();
    List<String> problems = settings.problems();
    if (!problems.isEmpty()) {
      throw new IllegalStateException(String.join(System.lineSeparator(), problems));
    }
    settings.reportUnknownKeys();
    if (settings.flag(Setting.STRICT)) {
      StrictMode.enable();
    }
  }
}
