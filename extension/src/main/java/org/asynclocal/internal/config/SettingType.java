package org.asynclocal.internal.config;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The forms that values of the configuration have. */
public enum SettingType {
  FLAG("true or false", "true|false"),
  TEXT("text", ".*"),
  LIST("comma-separated names", ".*"),
  NAMES("comma-separated storage names, each optionally `name:alias`", "([^,:]+(:[^,:]+)?(,|$))*"),
  ENTRIES(
      "comma-separated storage names, each optionally `name:alias`; what is sent, the alias or else"
          + " the name, has only letters and digits of ASCII and `!#$%&'*+.^_~-`",
      "(([^,:]+:)?\\s*" + SettingType.TOKEN + "\\s*(,\\s*|$))*"),
  NUMBER(
      "a whole number from 1 to 8192",
      "[1-9][0-9]{0,2}|[1-7][0-9]{3}|80[0-9]{2}|81[0-8][0-9]|819[0-2]"),
  HEADER("the name of an HTTP header", SettingType.TOKEN),
  PATTERN("a regular expression", ".*") {
    @Override
    boolean accepts(String value) {
      try {
        Pattern.compile(value);
        return true;
      } catch (PatternSyntaxException wrong) {
        return false;
      }
    }
  };

  /** A token of HTTP. Names of headers are tokens, and so are keys of {@code baggage}. */
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

  private final String description;
  private final Pattern form;

  SettingType(String description, String form) {
    this.description = description;
    this.form = Pattern.compile(form, Pattern.DOTALL);
  }

  /** A description of valid values, for messages and the guide. */
  public String description() {
    return description;
  }

  boolean accepts(String value) {
    return form.matcher(value).matches();
  }
}
