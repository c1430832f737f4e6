package org.asynclocal.internal;

import java.util.regex.Pattern;

/** The forms that values of the configuration have. */
public enum SettingType {
  FLAG("true or false", "true|false"),
  TEXT("text", ".*"),
  LIST("names with commas between", ".*");

  private final String description;
  private final Pattern form;

  SettingType(String description, String form) {
    this.description = description;
    this.form = Pattern.compile(form, Pattern.DOTALL);
  }

  /** What a value is to be, for people. */
  public String description() {
    return description;
  }

  boolean accepts(String value) {
    return form.matcher(value).matches();
  }
}
