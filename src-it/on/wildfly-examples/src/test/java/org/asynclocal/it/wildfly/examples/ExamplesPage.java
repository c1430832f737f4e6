package org.asynclocal.it.wildfly.examples;

import static java.util.stream.Collectors.toSet;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page as somebody uses it who looks at one example. */
final class ExamplesPage {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final By STEPS = By.cssSelector(".resource");

  private final Chromium browser;
  private final URI base;
  private final String example;

  /**
   * Opens the page.
   *
   * @param example the id of the example's heading
   */
  ExamplesPage(Chromium browser, URI base, String example) {
    this.browser = browser;
    this.base = base;
    this.example = example;
    browser.driver().get(base.toString());
  }

  WebElement card() {
    return browser.find("article[aria-labelledby=" + example + "]");
  }

  WebElement button() {
    return card().findElement(By.tagName("button"));
  }

  void callAs(String user) {
    browser.find("input[name=user][value='" + user + "']").click();
  }

  /** Waits for the section below the answer to have its drawing, or to say why there is none. */
  WebElement outcome() {
    WebElement drawn = card().findElement(By.className("drawn"));
    new WebDriverWait(browser.driver(), LIMIT)
        .until(any -> button().isEnabled() && !drawn.getText().isEmpty() && isDrawn(drawn));
    return drawn;
  }

  private static boolean isDrawn(WebElement drawn) {
    return drawn.findElements(By.className("picture")).isEmpty()
        || !drawn.findElements(STEPS).isEmpty();
  }

  List<WebElement> steps() {
    return card().findElements(STEPS);
  }

  Set<Integer> drawnIds() {
    return steps().stream()
        .map(step -> Integer.valueOf(String.valueOf(step.getDomAttribute("data-id"))))
        .collect(toSet());
  }

  Set<String> drawnThreads() {
    return card().findElements(By.cssSelector(".lane-label .thread")).stream()
        .map(label -> String.valueOf(label.getDomAttribute("title")))
        .collect(toSet());
  }

  String details() {
    return card().findElement(By.className("details")).getText();
  }

  WebElement focused() {
    return browser.driver().switchTo().activeElement();
  }

  /** Presses the tabulator until the element wanted has the focus. */
  void tabTo(WebElement wanted) {
    for (int pressed = 0; pressed < 100; pressed++) {
      focused().sendKeys(Keys.TAB);
      if (focused().equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("Not reached by the tabulator: " + wanted);
  }

  /** What the server says of the request that the answer names. */
  JsonObject timeline() throws Exception {
    String status = card().findElement(By.className("status")).getText();
    String requestId = status.substring(status.lastIndexOf(' ') + 1);
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("api/timelines/" + requestId)).timeout(LIMIT).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
