package org.asynclocal.it.wildfly.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A headless Chromium of the system's own, with a profile of its own. Closed by whoever opened. */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
  private static final Path DRIVER =
      Path.of(System.getProperty("chromedriver", "/usr/bin/chromedriver"));

  private static final Path RESULTS =
      Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();

  private final ChromeDriver driver;

  private Chromium(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts the browser.
   *
   * @throws IllegalStateException if it is not installed
   */
  static Chromium start() throws IOException {
    require(BROWSER);
    require(DRIVER);
    Files.createDirectories(RESULTS);
    Path profile = Files.createTempDirectory(RESULTS, "profile");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    return new Chromium(new ChromeDriver(service, options));
  }

  private static void require(Path program) {
    if (!Files.isExecutable(program)) {
      throw new IllegalStateException(
          program
              + " is missing. The page is tested in a real browser: apt-get install chromium"
              + " chromium-driver, or name yours with -Dchromium= and -Dchromedriver=");
    }
  }

  ChromeDriver driver() {
    return driver;
  }

  WebElement find(String selector) {
    return driver.findElement(css(selector));
  }

  static By css(String selector) {
    return By.cssSelector(selector);
  }

  void pointAt(WebElement element) {
    new Actions(driver).moveToElement(element).perform();
  }

  Object ask(String script, Object... arguments) {
    Object answer = driver.executeScript("return " + script, arguments);
    if (answer == null) {
      throw new AssertionError(script + " has no result");
    }
    return answer;
  }

  void prefer(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  /** Keeps a picture of all of an element, seen or not, with the build's results. */
  void photograph(WebElement element, String name) throws IOException {
    Object area =
        ask(
            "(box => ({x: box.x + scrollX, y: box.y + scrollY, width: box.width,"
                + " height: box.height, scale: 1}))(arguments[0].getBoundingClientRect())",
            element);
    Object picture =
        driver
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("clip", area, "captureBeyondViewport", true))
            .get("data");
    Files.write(
        RESULTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(picture)));
  }

  /** What the browser's console has that is wrong: script errors, refused or failed requests. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(Object::toString)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
