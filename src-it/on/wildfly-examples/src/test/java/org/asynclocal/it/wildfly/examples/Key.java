package org.asynclocal.it.wildfly.examples;

import java.util.Map;

/** A key that the tests press. */
enum Key {
  TAB("Tab", 9, ""),
  ENTER("Enter", 13, "\r"),
  END("End", 35, ""),
  HOME("Home", 36, ""),
  ARROW_RIGHT("ArrowRight", 39, "");

  private final String name;
  private final int code;
  private final String typed;

  Key(String name, int code, String typed) {
    this.name = name;
    this.code = code;
    this.typed = typed;
  }

  Map<String, ?> down() {
    return Map.of(
        "type", typed.isEmpty() ? "rawKeyDown" : "keyDown",
        "key", name,
        "code", name,
        "windowsVirtualKeyCode", code,
        "text", typed);
  }

  Map<String, ?> up() {
    return Map.of("type", "keyUp", "key", name, "code", name, "windowsVirtualKeyCode", code);
  }
}
