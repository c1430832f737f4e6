package org.asynclocal.cdi.internal;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.asynclocal.bridge.Bridges;
import org.asynclocal.internal.Setting;
import org.asynclocal.internal.Settings;
import org.asynclocal.microprofile.ApplicationSettings;
import org.asynclocal.strict.StrictMode;
import org.jspecify.annotations.Nullable;

/** Puts the application's configuration into effect. */
@ApplicationScoped
class ApplicationStart {
  private final AtomicReference<@Nullable Bridges> bridges = new AtomicReference<>();

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
    open(Bridges.open(settings));
  }

  /** The context of an application with several parts may be initialized for each. */
  private void open(Bridges opened) {
    Bridges before = bridges.getAndSet(opened);
    if (before != null) {
      before.close();
    }
  }

  @PreDestroy
  void stop() {
    Bridges opened = bridges.getAndSet(null);
    if (opened != null) {
      opened.close();
    }
  }
}
