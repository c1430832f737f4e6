package org.asynclocal.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.asynclocal.Reports;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The configuration")
class SettingsTest {

  @Test
  @DisplayName("has its defaults where a key is absent or its value is blank")
  void defaults() {
    assertThat(MapSettings.of(Map.of()).flag(Setting.BOUNDARY)).isTrue();
    assertThat(MapSettings.of(Map.of("asynclocal.boundary", " ")).flag(Setting.BOUNDARY)).isTrue();
    assertThat(MapSettings.of(Map.of("asynclocal.boundary", " ")).problems()).isEmpty();
    assertThat(MapSettings.of(Map.of()).list(Setting.PROVIDERS_EXCLUDED)).isEmpty();
  }

  @Test
  @DisplayName("reads flags and lists with blanks around them")
  void values() {
    Settings settings =
        MapSettings.of(
            Map.of("asynclocal.boundary", " false ", "asynclocal.providers.excluded", " a, b ,"));

    assertThat(settings.flag(Setting.BOUNDARY)).isFalse();
    assertThat(settings.list(Setting.PROVIDERS_EXCLUDED)).containsExactly("a", "b");
  }

  @Test
  @DisplayName("refuses a value that can't be read, with the key, the value and what it takes")
  void badValue() {
    Settings settings = MapSettings.of(Map.of("asynclocal.boundary", "off"));

    assertThat(settings.problems())
        .singleElement()
        .asString()
        .contains("ASYNCLOCAL-070", "'asynclocal.boundary'", "'off'", "true or false");
    assertThatThrownBy(() -> settings.flag(Setting.BOUNDARY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(settings.problems().get(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"mein mandant", "größe", "tenant, mein mandant", "tenant:mein mandant"})
  @DisplayName("refuses a key of the header baggage that receivers would drop")
  void badBaggageKey(String value) {
    for (String key : List.of("asynclocal.baggage.send", "asynclocal.baggage.accept")) {
      assertThat(MapSettings.of(Map.of(key, value)).problems())
          .singleElement()
          .asString()
          .contains("ASYNCLOCAL-070", key, value);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tenant", "tenant, user", "mein mandant:tenant, user : u,"})
  @DisplayName("accepts storages of any name whose key in the header baggage is a token")
  void goodBaggageKey(String value) {
    assertThat(MapSettings.of(Map.of("asynclocal.baggage.send", value)).problems()).isEmpty();
  }

  @Test
  @DisplayName("reports an unknown key under the prefix, and no other key")
  void unknownKey() {
    try (Reports reports = new Reports()) {
      MapSettings.of(
              Map.of("asynclocal.strickt", "true", "other.key", "1", "asynclocal.strict", "false"))
          .reportUnknownKeys();

      assertThat(reports.messages())
          .singleElement()
          .asString()
          .contains("ASYNCLOCAL-071", "'asynclocal.strickt'", "asynclocal.strict");
    }
  }

  @Test
  @DisplayName("does not report the key that a source derives from an environment variable")
  void environmentVariable() {
    try (Reports reports = new Reports()) {
      MapSettings.of(
              Map.of(
                  "asynclocal.request.id.storage", "request",
                  "asynclocal.request-id.storage", "request"))
          .reportUnknownKeys();

      assertThat(reports.messages()).isEmpty();
    }
  }

  @Test
  @DisplayName("reports a key with a dot for a dash, which sets nothing")
  void dotForDash() {
    try (Reports reports = new Reports()) {
      MapSettings.of(Map.of("asynclocal.request.id.storage", "request")).reportUnknownKeys();

      assertThat(reports.messages()).singleElement().asString().contains("ASYNCLOCAL-071");
    }
  }

  @Test
  @DisplayName("is in the guide, with each key's form and default")
  void guide() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("../docs/configuration.md")).stream()
            .filter(line -> line.startsWith("| `" + Setting.PREFIX))
            .map(line -> line.substring(0, line.lastIndexOf("|", line.length() - 2) + 1))
            .toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(Setting.values()).map(this::row).toList());
  }

  private String row(Setting setting) {
    String otherwise = setting.otherwise().isEmpty() ? "none" : "`" + setting.otherwise() + "`";
    return "| `" + setting.key() + "` | " + setting.type().description() + " | " + otherwise + " |";
  }
}
