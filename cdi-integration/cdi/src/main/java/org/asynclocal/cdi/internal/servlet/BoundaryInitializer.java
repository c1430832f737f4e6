package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContainerInitializer;
import jakarta.servlet.ServletContext;
import java.util.EnumSet;
import java.util.Set;
import org.asynclocal.cdi.internal.CdiMessages;
import org.asynclocal.cdi.internal.request.RequestStores;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Registers the request boundary for the whole web application, outside the filters of its
 * descriptor and annotations. Forwards and includes happen inside it.
 *
 * <p>The context parameter {@code asynclocal.boundary} with the value {@code false} leaves it out.
 * Without the parameter, the configuration key of that name decides.
 */
public class BoundaryInitializer implements ServletContainerInitializer {
  @Override
  public void onStartup(@Nullable Set<Class<?>> classes, ServletContext context) {
    Settings settings = ApplicationSettings.find();
    if (!isOn(context.getInitParameter(Setting.BOUNDARY.key()), settings)) {
      return;
    }
    FilterRegistration.Dynamic filter =
        context.addFilter(
            BoundaryFilter.class.getName(),
            new BoundaryFilter(RequestStores.configured(settings).orElse(null)));
    if (filter != null) {
      filter.setAsyncSupported(true);
      filter.addMappingForUrlPatterns(
          EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR),
          false,
          "/*");
    }
  }

  private static boolean isOn(@Nullable String value, Settings settings) {
    if (value == null) {
      return settings.flag(Setting.BOUNDARY);
    }
    if (value.equals("true")) {
      return true;
    }
    if (value.equals("false")) {
      return false;
    }
    throw new IllegalArgumentException(
        CdiMessages.UNKNOWN_SWITCH.text(Setting.BOUNDARY.key(), value));
  }
}
