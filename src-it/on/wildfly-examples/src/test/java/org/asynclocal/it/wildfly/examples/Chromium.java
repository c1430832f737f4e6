package org.asynclocal.it.wildfly.examples;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A headless Chromium with a profile of its own and one page. */
final class Chromium implements AutoCloseable {
  private static final String BROWSER = System.getProperty("chromium", "chromium");
  private static final Path RESULTS =
      Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Process process;
  private final DevTools page;
  private final LinkedBlockingQueue<String> complaints = new LinkedBlockingQueue<>();

  private Chromium(Process process, Path profile) throws IOException {
    this.process = process;
    this.page = new DevTools(openPage(process, profile), this::record);
    for (String domain : List.of("Page", "Runtime", "Log")) {
      page.call(domain + ".enable", Map.of());
    }
    page.call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
  }

  /**
   * Starts the browser.
   *
   * @throws IllegalStateException if it is not installed or does not start
   */
  static Chromium start() throws IOException {
    Files.createDirectories(RESULTS);
    Path profile = Files.createTempDirectory(RESULTS, "profile");
    Process process = launch(profile);
    try {
      return new Chromium(process, profile);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Process launch(Path profile) {
    ProcessBuilder command =
        new ProcessBuilder(
                BROWSER,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    try {
      return command.start();
    } catch (IOException e) {
      throw new IllegalStateException(
          "The page is tested in a browser, and "
              + BROWSER
              + " does not start: install Chromium, name yours with -Dchromium=/path/to/it, or run"
              + " the tests with ./test, which gets one",
          e);
    }
  }

  private static Path log() {
    return RESULTS.resolve("chromium.log");
  }

  /** Waits for the port that the browser chose, and returns the address of its only page. */
  private static URI openPage(Process process, Path profile) throws IOException {
    Path ports = profile.resolve("DevToolsActivePort");
    await(
        "a page of the browser, whose messages are in " + log(),
        () -> {
          if (!process.isAlive()) {
            throw new IllegalStateException(
                BROWSER + " ended with " + process.exitValue() + ", see " + log());
          }
          return hasLines(ports, 2) && !pages(ports).isEmpty();
        });
    return URI.create(pages(ports).get(0).getString("webSocketDebuggerUrl"));
  }

  private static boolean hasLines(Path file, int number) {
    try {
      return Files.isRegularFile(file) && Files.readAllLines(file).size() >= number;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<JsonObject> pages(Path ports) {
    try {
      URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(ports).get(0) + "/json");
      try (InputStream body = list.toURL().openStream();
          JsonReader reader = Json.createReader(body)) {
        JsonArray targets = reader.readArray();
        return targets.getValuesAs(JsonObject.class).stream()
            .filter(target -> target.getString("type").equals("page"))
            .toList();
      }
    } catch (IOException e) {
      throw new IllegalStateException("The browser does not list its pages", e);
    }
  }

  static void await(String wanted, BooleanSupplier condition) {
    Instant deadline = Instant.now().plus(LIMIT);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(deadline)) {
        throw new AssertionError("Waited " + LIMIT + " in vain for " + wanted);
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  void open(URI address) {
    JsonObject opened = page.call("Page.navigate", Map.of("url", address.toString()));
    if (opened.containsKey("errorText")) {
      throw new AssertionError(address + ": " + opened.getString("errorText"));
    }
    await("the load of " + address, () -> ask("document.readyState").equals("complete"));
  }

  Element find(String selector) {
    return element("document.documentElement").find(selector);
  }

  Element focused() {
    return element("document.activeElement");
  }

  private Element element(String expression) {
    return new Element(page, evaluate(expression).getString("objectId"));
  }

  void press(Key key) {
    page.call("Input.dispatchKeyEvent", key.down());
    page.call("Input.dispatchKeyEvent", key.up());
  }

  /** Returns what JavaScript's {@code String()} makes of the expression's value. */
  String ask(String expression) {
    return evaluate("String(" + expression + ")").getString("value");
  }

  private JsonObject evaluate(String expression) {
    return result(page.call("Runtime.evaluate", Map.of("expression", expression)));
  }

  /** Returns the result of a script, or fails with the error that the script threw. */
  static JsonObject result(JsonObject answer) {
    if (answer.containsKey("exceptionDetails")) {
      throw new AssertionError(answer.getJsonObject("exceptionDetails"));
    }
    return answer.getJsonObject("result");
  }

  void prefer(String scheme) {
    page.call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void resize(int width, int height) {
    page.call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Keeps a picture of all of an element, seen or not, with the build's results. */
  void photograph(Element element, String name) throws IOException {
    String picture =
        page.call(
                "Page.captureScreenshot",
                Map.of("clip", element.area(), "captureBeyondViewport", true))
            .getString("data");
    Files.write(RESULTS.resolve(name + ".png"), Base64.getDecoder().decode(picture));
  }

  private void record(String event, JsonObject details) {
    boolean wrong =
        switch (event) {
          case "Runtime.exceptionThrown" -> true;
          case "Runtime.consoleAPICalled" ->
              Set.of("warning", "error", "assert").contains(details.getString("type"));
          case "Log.entryAdded" ->
              Set.of("warning", "error")
                  .contains(details.getJsonObject("entry").getString("level"));
          default -> false;
        };
    if (wrong) {
      complaints.add(event + " " + details);
    }
  }

  /**
   * Returns what went wrong since the last call: script errors, warnings on the console, refused or
   * failed requests.
   */
  List<String> complaints() {
    List<String> since = new ArrayList<>();
    complaints.drainTo(since);
    return since;
  }

  @Override
  public void close() throws IOException {
    try {
      page.call("Browser.close", Map.of());
      page.close();
      if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        throw new IOException("The browser does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      process.destroyForcibly();
    }
  }
}
