package org.asynclocal.internal.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the configuration from a source. Thread-safe if the source is. */
public final class Settings {
  /** A value that its key does not allow. */
  static final Message BAD_VALUE =
      new Message(
          "ASYNCLOCAL-070",
          "The configuration key '%s' has the value '%s', and takes %s.",
          "Correct the value, or remove the key.");

  private static final Message UNKNOWN_KEY =
      new Message(
          "ASYNCLOCAL-071",
          "The configuration key '%s' is unknown; the keys are %s.",
          "Correct or remove it.");

  private final Source source;

  /** Where values come from. */
  public interface Source {
    /** The keys that the source has, ours and others. */
    Iterable<String> keys();

    /** The value of the key, null if it is absent. */
    @Nullable String value(String key);
  }

  public Settings(Source source) {
    this.source = source;
  }

  /** The settings of the process, by system properties. */
  public static Settings ofSystem() {
    return new Settings(new SystemProperties());
  }

  public boolean flag(Setting setting) {
    return Boolean.parseBoolean(value(setting));
  }

  /** The value as it is written; empty where the key is absent and has no default. */
  public String text(Setting setting) {
    return value(setting);
  }

  public int number(Setting setting) {
    return Integer.parseInt(value(setting));
  }

  public List<String> list(Setting setting) {
    return Arrays.stream(value(setting).split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /** The names of a list, each with the name after its colon, or itself where there is none. */
  public Map<String, String> names(Setting setting) {
    Map<String, String> names = new LinkedHashMap<>();
    for (String item : list(setting)) {
      int colon = item.indexOf(':');
      String name = colon < 0 ? item : item.substring(0, colon);
      names.put(name.strip(), item.substring(colon + 1).strip());
    }
    return names;
  }

  /** Returns a message for each value that is invalid. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      String value = source.value(setting.key());
      if (value != null && !value.isBlank() && !setting.type().accepts(value.strip())) {
        problems.add(problem(setting, value));
      }
    }
    return problems;
  }

  /** Reports the unknown keys under our prefix. */
  public void reportUnknownKeys() {
    List<String> known = Arrays.stream(Setting.values()).map(Setting::key).toList();
    for (String key : source.keys()) {
      if (key.startsWith(Setting.PREFIX) && !known.contains(key) && !isOtherSpelling(key)) {
        UNKNOWN_KEY.report(key, known);
      }
    }
  }

  /**
   * Returns whether the source derived the key from an environment variable that sets one of ours:
   * such a variable has no dashes, so a source lists it with dots instead.
   */
  private boolean isOtherSpelling(String key) {
    return Arrays.stream(Setting.values())
        .map(Setting::key)
        .filter(known -> known.replace('-', '.').equals(key))
        .map(source::value)
        .anyMatch(value -> value != null && value.equals(source.value(key)));
  }

  private String value(Setting setting) {
    String value = source.value(setting.key());
    if (value == null || value.isBlank()) {
      return setting.otherwise();
    }
    if (!setting.type().accepts(value.strip())) {
      throw new IllegalArgumentException(problem(setting, value));
    }
    return value.strip();
  }

  private static String problem(Setting setting, String value) {
    return BAD_VALUE.text(setting.key(), value, setting.type().description());
  }

  private static final class SystemProperties implements Source {
    @Override
    public Iterable<String> keys() {
      return System.getProperties().stringPropertyNames();
    }

    @Override
    public @Nullable String value(String key) {
      return System.getProperty(key);
    }
  }
}
