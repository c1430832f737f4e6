package org.asynclocal.it.wildfly.examples;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.asynclocal.it.http.RunningExamples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningExamples.class)
@DisplayName("The page in Chromium")
class PageInChromiumCheck {
  private static Chromium browser;

  @BeforeAll
  static void start() throws IOException {
    browser = Chromium.start();
  }

  @AfterAll
  static void quit() throws IOException {
    browser.close();
  }

  @BeforeEach
  void beLightAndWide() {
    browser.resize(1280, 900);
    browser.prefer("light");
  }

  @Test
  @DisplayName("draws at least four handoffs on two threads, with the ids that the server recorded")
  void drawsTheSteps(URI base) throws Exception {
    ExamplesPage page = new ExamplesPage(browser, base, "users");
    page.button().click();
    Element drawing = page.outcome();

    List<JsonObject> events = events(page.timeline());
    assertThat(page.drawnIds()).hasSizeGreaterThanOrEqualTo(4).isEqualTo(ids(events, "init"));
    assertThat(page.drawnThreads()).containsAll(threadsOfRuns(events)).hasSizeGreaterThan(1);
    browser.photograph(drawing, "page-users");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  @DisplayName("shows a handoff's ids and where it was created when it is pointed at")
  void showsDetails(URI base) throws Exception {
    ExamplesPage page = new ExamplesPage(browser, base, "users");
    page.button().click();
    page.outcome();

    JsonObject created = firstWithSite(events(page.timeline()));
    JsonObject creation = created.getJsonObject("creation");
    String id = String.valueOf(created.getInt("asyncId"));
    page.card().find("[data-id='" + id + "'] .created").pointAt();
    assertThat(page.details())
        .startsWith(creation.getString("type") + " " + id)
        .contains("trigger id\n" + creation.getInt("triggerAsyncId"))
        .contains(creation.getString("site"))
        .contains("caller\nalice");
  }

  @Test
  @DisplayName("marks the handoff that lost the store, and no other")
  void marksALostStore(URI base) throws Exception {
    ExamplesPage page = new ExamplesPage(browser, base, "driver");
    page.button().click();
    Element drawing = page.outcome();

    assertThat(page.steps())
        .filteredOn(step -> step.text().contains("store lost"))
        .singleElement()
        .matches(step -> step.text().startsWith("QUERY "));
    assertThat(drawing.text()).contains("1 handoff lost the store", "This handoff lost the store");
    browser.photograph(drawing, "page-light");
  }

  @Test
  @DisplayName("is used by keyboard alone: call, go to the drawing, go from handoff to handoff")
  void isUsedByKeyboard(URI base) throws Exception {
    ExamplesPage page = new ExamplesPage(browser, base, "users");
    page.tabTo(page.button());
    browser.press(Key.ENTER);
    page.outcome();

    List<Element> steps = page.steps();
    page.tabTo(steps.get(0));
    browser.press(Key.ARROW_RIGHT);
    assertThat(page.focused()).isEqualTo(steps.get(1));
    assertThat(page.details()).startsWith(name(steps.get(1)));
    browser.press(Key.END);
    assertThat(page.focused()).isEqualTo(steps.get(steps.size() - 1));
    browser.press(Key.HOME);
    assertThat(page.focused()).isEqualTo(steps.get(0));
    assertThat(page.details()).startsWith(name(steps.get(0)));
  }

  @Test
  @DisplayName("is dark where that is preferred")
  void isDark(URI base) throws Exception {
    ExamplesPage page = new ExamplesPage(browser, base, "driver");
    String light = background();
    browser.prefer("dark");
    page.button().click();
    Element drawing = page.outcome();

    assertThat(background()).isNotEqualTo(light).isEqualTo("rgb(20, 24, 27)");
    browser.photograph(drawing, "page-dark");
  }

  @Test
  @DisplayName("fits a narrow window: only the drawing itself scrolls sideways")
  void fitsANarrowWindow(URI base) throws Exception {
    browser.resize(360, 800);
    ExamplesPage page = new ExamplesPage(browser, base, "users");
    page.button().click();
    Element drawing = page.outcome();

    assertThat(browser.ask("document.documentElement.scrollWidth <= innerWidth")).isEqualTo("true");
    browser.photograph(drawing, "page-narrow");
  }

  @Test
  @DisplayName("says that nothing was recorded where the server refused the call")
  void saysWhatIsMissing(URI base) {
    ExamplesPage page = new ExamplesPage(browser, base, "whoami");
    page.callAs("");
    page.button().click();

    assertThat(page.outcome().text()).contains("nothing was recorded");
    assertThat(page.card().text()).contains("401");
    assertThat(browser.complaints()).allMatch(line -> line.contains("401"));
  }

  @Test
  @DisplayName("asks no other host for anything")
  void staysAtHome(URI base) {
    ExamplesPage page = new ExamplesPage(browser, base, "users");
    page.button().click();
    page.outcome();

    assertThat(
            browser.ask(
                "performance.getEntriesByType('resource')"
                    + ".filter(entry => !entry.name.startsWith(location.origin)).length"))
        .isEqualTo("0");
  }

  private static String background() {
    return browser.ask("getComputedStyle(document.body).backgroundColor");
  }

  /** The type and the id, with which a handoff's label begins. */
  private static String name(Element step) {
    return step.attribute("aria-label").split(",", 2)[0];
  }

  private static List<JsonObject> events(JsonObject timeline) {
    return timeline.getJsonArray("events").getValuesAs(JsonObject.class);
  }

  private static Set<Integer> ids(List<JsonObject> events, String kind) {
    return events.stream()
        .filter(event -> event.getString("event").equals(kind))
        .map(event -> event.getInt("asyncId"))
        .collect(toSet());
  }

  /** Of the runs that were over with the request, so that the page has certainly seen them. */
  private static Set<String> threadsOfRuns(List<JsonObject> events) {
    int request = events.get(0).getInt("asyncId");
    return events.stream()
        .takeWhile(event -> !isDestroy(event, request))
        .filter(event -> event.getString("event").equals("before"))
        .map(event -> event.getString("thread"))
        .collect(toSet());
  }

  private static boolean isDestroy(JsonObject event, int asyncId) {
    return event.getString("event").equals("destroy") && event.getInt("asyncId") == asyncId;
  }

  private static JsonObject firstWithSite(List<JsonObject> events) {
    return events.stream()
        .filter(event -> event.containsKey("creation"))
        .filter(event -> event.getJsonObject("creation").containsKey("site"))
        .findFirst()
        .orElseThrow();
  }
}
