package org.asynclocal.internal.config;

import java.util.Arrays;
import java.util.Optional;

/** The keys of the configuration. The guide to configuration has the same table. */
public enum Setting {
  STRICT("asynclocal.strict", SettingType.FLAG, "false"),
  BOUNDARY("asynclocal.boundary", SettingType.FLAG, "true"),
  EXECUTOR("asynclocal.executor", SettingType.TEXT, ""),
  PROVIDERS_EXCLUDED("asynclocal.providers.excluded", SettingType.LIST, ""),
  REQUEST_ID_STORAGE("asynclocal.request-id.storage", SettingType.TEXT, ""),
  REQUEST_ID_HEADER("asynclocal.request-id.header", SettingType.HEADER, "X-Request-Id"),
  REQUEST_ID_PATTERN("asynclocal.request-id.pattern", SettingType.PATTERN, "[A-Za-z0-9._-]{1,64}"),
  MDC("asynclocal.mdc", SettingType.NAMES, ""),
  MDC_JUL("asynclocal.mdc.jul", SettingType.FLAG, "false"),
  BAGGAGE_SEND("asynclocal.baggage.send", SettingType.ENTRIES, ""),
  BAGGAGE_ACCEPT("asynclocal.baggage.accept", SettingType.ENTRIES, ""),
  BAGGAGE_MAX_LENGTH("asynclocal.baggage.max-length", SettingType.NUMBER, "256");

  /** The prefix of all keys. */
  public static final String PREFIX = "asynclocal.";

  private final String key;
  private final SettingType type;
  private final String otherwise;

  Setting(String key, SettingType type, String otherwise) {
    this.key = key;
    this.type = type;
    this.otherwise = otherwise;
  }

  /** The setting of the key. */
  static Optional<Setting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The key, for MicroProfile Config and as a system property. */
  public String key() {
    return key;
  }

  /** The type of its values. */
  public SettingType type() {
    return type;
  }

  /** The default, as it would be written. */
  public String otherwise() {
    return otherwise;
  }
}
