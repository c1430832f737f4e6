package org.asynclocal.server.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SmallRyeConfigProviderResolver;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.asynclocal.fuzz.Configurations;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

@Label("The configuration of an executor, with any value,")
class KitSettingsFuzzTest {
  private static final String NUMBER = "Bean/executor/ManagedExecutorConfig/maxAsync";
  private static final String LIST = "Bean/executor/ManagedExecutorConfig/cleared";
  private static final String DEFAULT_NUMBER = "mp.context.ManagedExecutor.maxAsync";

  @Provide
  Arbitrary<String> values() {
    return Configurations.values();
  }

  @Property(tries = 1_000)
  @Label("is a number, or refused with ASYNCLOCAL-102")
  void number(@ForAll("values") String value) {
    configured(NUMBER, value, settings -> settings.number(NUMBER, -1));
  }

  @Property(tries = 1_000)
  @Label("is a list, or refused with ASYNCLOCAL-102")
  void list(@ForAll("values") String value) {
    configured(
        LIST,
        value,
        settings -> assertThat(settings.list(LIST, List.of("other"))).doesNotContainNull());
  }

  @Property(tries = 1_000)
  @Label("as the application's default is a number, or refused with ASYNCLOCAL-102")
  void defaultNumber(@ForAll("values") String value) {
    configured(DEFAULT_NUMBER, value, settings -> settings.number(DEFAULT_NUMBER, -1));
  }

  private static void configured(String key, String value, Consumer<KitSettings> use) {
    ConfigProviderResolver resolver = new SmallRyeConfigProviderResolver();
    ConfigProviderResolver.setInstance(resolver);
    resolver.registerConfig(
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withSources(new PropertiesConfigSource(Map.of(key, value), "test", 100))
            .build(),
        Thread.currentThread().getContextClassLoader());
    try {
      use.accept(KitSettings.ofApplication());
    } catch (IllegalStateException refused) {
      assertThat(refused).hasMessageStartingWith("ASYNCLOCAL-102").hasMessageContaining(key);
    } finally {
      resolver.releaseConfig(resolver.getConfig());
      ConfigProviderResolver.setInstance(null);
    }
  }
}
