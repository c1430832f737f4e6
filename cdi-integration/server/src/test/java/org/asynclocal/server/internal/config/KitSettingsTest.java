package org.asynclocal.server.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigProviderResolver;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The kit's settings")
class KitSettingsTest {
  private final ConfigProviderResolver resolver = new SmallRyeConfigProviderResolver();

  @AfterEach
  void release() {
    ConfigProviderResolver.instance().releaseConfig(ConfigProviderResolver.instance().getConfig());
    ConfigProviderResolver.setInstance(null);
  }

  @Test
  @DisplayName("come from the application's MicroProfile Config")
  void microProfileConfig() {
    ConfigProviderResolver.setInstance(resolver);
    resolver.registerConfig(
        new SmallRyeConfigBuilder()
            .withSources(
                new PropertiesConfigSource(
                    Map.of(
                        "asynclocal.executor", "java:app/mine",
                        "asynclocal.providers.excluded", "Security,CDI"),
                    "test",
                    100))
            .build(),
        Thread.currentThread().getContextClassLoader());

    KitSettings settings = KitSettings.ofApplication();

    assertThat(settings.executor()).contains("java:app/mine");
    assertThat(settings.excludedTypes()).containsExactlyInAnyOrder("Security", "CDI");
  }
}
