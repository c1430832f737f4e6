package org.asynclocal.conformance;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A recorded run of Node.js.
 *
 * @param id the scenario's id
 * @param steps what was done
 * @param expected what was observed, on Node.js 24 and later
 */
record NodeScenario(String id, String steps, JsonElement expected) {
  private static final String FILE = "/node-scenarios.json";

  private static final Set<String> STORAGES =
      Set.of(
          "als-run-exit",
          "als-enterwith-disable",
          "als-options-scope",
          "als-bind-snapshot",
          "propagation");

  /** Node's words for exceptions, and Java's. */
  private static final Map<String, Set<String>> EXCEPTIONS =
      Map.of(
          "ERR_INVALID_ARG_TYPE", Set.of("NullPointerException", "IllegalArgumentException"),
          "ERR_INVALID_ARG_VALUE", Set.of("IllegalArgumentException"),
          "ERR_INVALID_ASYNC_ID", Set.of("IllegalArgumentException"),
          "TypeError", Set.of("IllegalAccessException"));

  /** All scenarios. */
  static List<NodeScenario> all() throws IOException {
    return read().map(NodeScenario::of).toList();
  }

  /** Those of storages; the others are of resources and hooks. */
  static List<NodeScenario> ofStorages() throws IOException {
    return read()
        .filter(scenario -> STORAGES.contains(scenario.get("group").getAsString()))
        .map(NodeScenario::of)
        .toList();
  }

  /** The ids of all scenarios. */
  static Set<String> ids() throws IOException {
    return read().map(scenario -> scenario.get("id").getAsString()).collect(toSet());
  }

  private static Stream<JsonObject> read() throws IOException {
    try (InputStream in = NodeScenario.class.getResourceAsStream(FILE);
        Reader reader = new InputStreamReader(requireNonNull(in), StandardCharsets.UTF_8)) {
      return new Gson()
          .fromJson(reader, JsonArray.class).asList().stream().map(JsonElement::getAsJsonObject);
    }
  }

  private static NodeScenario of(JsonObject scenario) {
    JsonElement expected = scenario.get("expected_value");
    boolean differs = expected.isJsonObject() && expected.getAsJsonObject().has("acf");
    return new NodeScenario(
        scenario.get("id").getAsString(),
        scenario.get("steps").getAsString(),
        differs ? expected.getAsJsonObject().get("acf") : expected);
  }

  boolean isMetBy(@Nullable Object observed) {
    return observed != null && matches(expected, observed);
  }

  static boolean matches(JsonElement expected, Object observed) {
    if (expected.isJsonArray()) {
      List<JsonElement> elements = expected.getAsJsonArray().asList();
      return observed instanceof List<?> list
          && list.size() == elements.size()
          && IntStream.range(0, list.size()).allMatch(i -> matches(elements.get(i), list.get(i)));
    }
    if (expected.isJsonNull()) {
      return observed.equals(Stage.UNDEFINED);
    }
    if (!expected.isJsonPrimitive()) {
      return false;
    }
    if (observed instanceof Throwable thrown) {
      return EXCEPTIONS
          .getOrDefault(expected.getAsString(), Set.of())
          .contains(thrown.getClass().getSimpleName());
    }
    if (observed instanceof Number number && expected.getAsJsonPrimitive().isNumber()) {
      return expected.getAsDouble() == number.doubleValue();
    }
    return new Gson().toJsonTree(observed).equals(expected);
  }
}
