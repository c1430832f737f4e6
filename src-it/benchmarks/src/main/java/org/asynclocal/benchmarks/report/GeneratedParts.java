package org.asynclocal.benchmarks.report;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Markdown page that are generated, each between two comments. */
final class GeneratedParts {
  private GeneratedParts() {}

  /**
   * Replaces the generated parts.
   *
   * @throws IllegalArgumentException if the page has no place for a part
   */
  static String replace(String page, Map<String, List<String>> parts) {
    String replaced = page;
    for (Map.Entry<String, List<String>> part : parts.entrySet()) {
      Matcher place = place(part.getKey()).matcher(replaced);
      if (!place.find()) {
        throw new IllegalArgumentException("The page has no part '" + part.getKey() + "'");
      }
      String text = place.group(1) + String.join("\n", part.getValue()) + "\n" + place.group(2);
      replaced = place.replaceFirst(Matcher.quoteReplacement(text));
    }
    return replaced;
  }

  private static Pattern place(String name) {
    return Pattern.compile("(?s)(<!-- generated: " + name + " -->\n).*?(<!-- end -->)");
  }
}
