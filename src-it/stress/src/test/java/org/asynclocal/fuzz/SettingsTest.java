package org.asynclocal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.jspecify.annotations.Nullable;

@Label("A configuration of any keys and values")
class SettingsTest {
  private static final Logger LOG = Logger.getLogger("org.asynclocal");

  @BeforeContainer
  static void mute() {
    LOG.setLevel(Level.OFF);
  }

  @AfterContainer
  static void unmute() {
    LOG.setLevel(null);
  }

  @Provide
  Arbitrary<Map<String, String>> configurations() {
    Arbitrary<String> known = Arbitraries.of(Setting.values()).map(Setting::key);
    Arbitrary<String> ours = Arbitraries.strings().map(Setting.PREFIX::concat);
    return Arbitraries.maps(
            Arbitraries.oneOf(known, ours, Arbitraries.strings()), Configurations.values())
        .ofMaxSize(8);
  }

  @Property(tries = 2_000)
  @Label("is read, or refused at the start and at each use with the same ASYNCLOCAL-070")
  void readOrRefused(@ForAll("configurations") Map<String, String> values) {
    Settings settings = new Settings(new MapSource(values));
    List<String> refused = new ArrayList<>();

    Arrays.stream(Setting.values()).forEach(setting -> use(settings, setting, refused::add));
    settings.reportUnknownKeys();

    assertThat(settings.problems()).containsExactlyElementsOf(refused);
    assertThat(refused).allSatisfy(problem -> assertThat(problem).startsWith("ASYNCLOCAL-070"));
  }

  private static void use(Settings settings, Setting setting, Consumer<String> refused) {
    try {
      String text = settings.text(setting);
      assertThat(settings.list(setting)).doesNotContain("");
      assertThat(settings.flag(setting)).isEqualTo(text.equalsIgnoreCase("true"));
    } catch (IllegalArgumentException e) {
      refused.accept(String.valueOf(e.getMessage()));
    }
  }

  private record MapSource(Map<String, String> values) implements Settings.Source {
    @Override
    public Iterable<String> keys() {
      return values.keySet();
    }

    @Override
    public @Nullable String value(String key) {
      return values.get(key);
    }
  }
}
