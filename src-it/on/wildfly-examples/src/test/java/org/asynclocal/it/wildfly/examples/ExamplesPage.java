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

/** The page as somebody uses it who looks at one example. */
final class ExamplesPage {
  private static final Duration LIMIT = Duration.ofSeconds(60);

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
    browser.open(base);
  }

  Element card() {
    return browser.find("article[aria-labelledby=" + example + "]");
  }

  Element button() {
    return card().find("button");
  }

  void callAs(String user) {
    browser.find("input[name=user][value='" + user + "']").click();
  }

  /** Waits for the section below the answer to have its drawing, or to say why there is none. */
  Element outcome() {
    Element drawn = card().find(".drawn");
    Chromium.await(
        "the outcome of the call",
        () -> button().isEnabled() && !drawn.text().isEmpty() && isDrawn(drawn));
    return drawn;
  }

  private static boolean isDrawn(Element drawn) {
    return drawn.findAll(".picture").isEmpty() || !drawn.findAll(".resource").isEmpty();
  }

  List<Element> steps() {
    return card().findAll(".resource");
  }

  Set<Integer> drawnIds() {
    return steps().stream()
        .map(step -> Integer.valueOf(step.attribute("data-id")))
        .collect(toSet());
  }

  Set<String> drawnThreads() {
    return card().findAll(".lane-label .thread").stream()
        .map(label -> label.attribute("title"))
        .collect(toSet());
  }

  String details() {
    return card().find(".details").text();
  }

  Element focused() {
    return browser.focused();
  }

  /** Presses the tabulator until the element wanted has the focus. */
  void tabTo(Element wanted) {
    for (int pressed = 0; pressed < 100; pressed++) {
      browser.press(Key.TAB);
      if (focused().equals(wanted)) {
        return;
      }
    }
    throw new AssertionError("Not reached by the tabulator: " + wanted);
  }

  /** Returns the server's recording of the request that the response names. */
  JsonObject timeline() throws Exception {
    String status = card().find(".status").text();
    String requestId = status.substring(status.lastIndexOf(' ') + 1);
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("api/timelines/" + requestId)).timeout(LIMIT).build();
    String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
