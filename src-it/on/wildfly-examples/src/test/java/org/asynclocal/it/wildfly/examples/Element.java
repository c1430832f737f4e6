package org.asynclocal.it.wildfly.examples;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of the page that is open. Equal to any other handle of the same element. */
final class Element {
  private final DevTools page;
  private final String handle;
  private final int node;

  /**
   * Describes an element that a script has returned.
   *
   * @param handle the id that the protocol gave to the script's result
   */
  Element(DevTools page, String handle) {
    this.page = page;
    this.handle = handle;
    this.node =
        page.call("DOM.describeNode", Map.of("objectId", handle))
            .getJsonObject("node")
            .getInt("backendNodeId");
  }

  /** Returns the first element inside this one that the selector matches. */
  Element find(String selector) {
    List<Element> all = findAll(selector);
    if (all.isEmpty()) {
      throw new AssertionError("No element " + selector);
    }
    return all.get(0);
  }

  List<Element> findAll(String selector) {
    JsonObject array =
        call("function(css) { return this.querySelectorAll(css); }", false, selector);
    List<Element> found = new ArrayList<>();
    page
        .call(
            "Runtime.getProperties",
            Map.of("objectId", array.getString("objectId"), "ownProperties", true))
        .getJsonArray("result")
        .getValuesAs(JsonObject.class)
        .stream()
        .filter(property -> property.getString("name").chars().allMatch(Character::isDigit))
        .forEach(
            property ->
                found.add(
                    new Element(page, property.getJsonObject("value").getString("objectId"))));
    return found;
  }

  /** Returns the text that a reader sees. In a drawing, which has no layout of text, its labels. */
  String text() {
    return string(
        "function() { return (this.innerText ?? [...this.querySelectorAll('text')].map(t =>"
            + " t.textContent).join('\\n"
            + "')).trim(); }");
  }

  String attribute(String name) {
    return string("function(name) { return String(this.getAttribute(name)); }", name);
  }

  boolean isEnabled() {
    return value("function() { return !this.disabled; }") == JsonValue.TRUE;
  }

  /** Clicks with the mouse. Fails if something else covers the element. */
  void click() {
    pointAt();
    for (String type : List.of("mousePressed", "mouseReleased")) {
      mouse(type, Map.of("button", "left", "clickCount", 1));
    }
  }

  void pointAt() {
    value("function() { this.scrollIntoView({block: 'center', behavior: 'instant'}); }");
    mouse("mouseMoved", Map.of());
  }

  private void mouse(String type, Map<String, ?> more) {
    JsonValue center =
        value(
            """
            function() {
              const box = this.getBoundingClientRect();
              const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
              const hit = document.elementFromPoint(center.x, center.y);
              return this.contains(hit) ? center : null;
            }\
            """);
    if (!(center instanceof JsonObject point)) {
      throw new AssertionError(
          "Not at the front: " + string("function() { return this.outerHTML; }"));
    }
    Map<String, Object> event = new HashMap<>(more);
    event.put("type", type);
    event.put("x", point.getJsonNumber("x").doubleValue());
    event.put("y", point.getJsonNumber("y").doubleValue());
    page.call("Input.dispatchMouseEvent", event);
  }

  /** Returns where all of the element is on the page, seen or not. */
  JsonObject area() {
    return value(
            """
            function() {
              const box = this.getBoundingClientRect();
              return { x: box.x + scrollX, y: box.y + scrollY, width: box.width, height: box.height, scale: 1 };
            }\
            """)
        .asJsonObject();
  }

  private String string(String function, String... arguments) {
    return ((JsonString) value(function, arguments)).getString();
  }

  private JsonValue value(String function, String... arguments) {
    return call(function, true, arguments).getOrDefault("value", JsonValue.NULL);
  }

  private JsonObject call(String function, boolean byValue, String... arguments) {
    return Chromium.result(
        page.call(
            "Runtime.callFunctionOn",
            Map.of(
                "functionDeclaration",
                function,
                "objectId",
                handle,
                "arguments",
                List.of(arguments).stream().map(each -> Map.of("value", each)).toList(),
                "returnByValue",
                byValue)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Element element && element.node == node;
  }

  @Override
  public int hashCode() {
    return node;
  }

  @Override
  public String toString() {
    return string("function() { return this.outerHTML; }");
  }
}
