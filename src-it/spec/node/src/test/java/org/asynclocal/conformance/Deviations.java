package org.asynclocal.conformance;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The deviations that the guide to conformance lists: a table row for each, values in JSON. */
final class Deviations {
  private static final Pattern ROW =
      Pattern.compile(
          "\\|\\s*(?<id>[a-z]+-[a-z0-9]+)\\s*\\|\\s*`(?<node>[^|]+)`\\s*\\|\\s*`(?<ours>[^|]+)`\\s*\\|"
              + "\\s*(?<reason>[^|]+?)\\s*\\|");

  private Deviations() {}

  /**
   * @param node what Node.js does
   * @param ours what AsyncLocal does
   * @param reason why
   */
  record Deviation(JsonElement node, JsonElement ours, String reason) {}

  static Map<String, Deviation> listed() throws IOException {
    Map<String, Deviation> listed = new TreeMap<>();
    for (String line : Files.readAllLines(Path.of(System.getProperty("asynclocal.deviations")))) {
      Matcher row = ROW.matcher(line.strip());
      if (row.matches()) {
        listed.put(
            row.group("id"),
            new Deviation(
                JsonParser.parseString(row.group("node")),
                JsonParser.parseString(row.group("ours")),
                row.group("reason")));
      }
    }
    return listed;
  }
}
