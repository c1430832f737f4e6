package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of targets in the guide. {@code -Ddocs.update=true} writes it anew. */
class TargetTableTest {
  private static final Path GUIDE = Path.of("..", "docs", "agent.md");
  private static final String BEGIN = "<!-- targets -->\n";
  private static final String END = "<!-- /targets -->";
  private static final List<Integer> JDKS = List.of(17, 25);

  @Test
  @DisplayName("The guide lists every target that the agent has, and no other")
  void guideListsTheTargets() throws IOException {
    String guide = Files.readString(GUIDE);
    int begin = guide.indexOf(BEGIN) + BEGIN.length();
    int end = guide.indexOf(END);
    if (Boolean.getBoolean("docs.update")) {
      guide = guide.substring(0, begin) + table() + guide.substring(end);
      Files.writeString(GUIDE, guide);
      end = guide.indexOf(END);
    }

    assertThat(guide.substring(begin, end)).isEqualTo(table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| Kind | Class | Methods | JDK | Edit | Reason |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (List<Target> alike : byRow()) {
      table.append(row(alike)).append('\n');
    }
    return table.toString();
  }

  /** The targets of one class with one reason are one row. */
  private static List<List<Target>> byRow() {
    Map<String, List<Target>> rows = new LinkedHashMap<>();
    for (Target target : all()) {
      rows.computeIfAbsent(
              outer(target) + jdks(target) + target.reason() + editOf(target),
              row -> new ArrayList<>())
          .add(target);
    }
    return List.copyOf(rows.values());
  }

  private static List<Target> all() {
    TargetTable table = new TargetTable();
    List<Target> all = new ArrayList<>();
    for (int jdk : JDKS) {
      table.of(jdk).stream().filter(target -> !all.contains(target)).forEach(all::add);
    }
    all.addAll(table.libraries());
    return all;
  }

  private static String row(List<Target> alike) {
    Target first = alike.get(0);
    return "| %s | `%s` | %s | %s | %s | %s |"
        .formatted(
            first.kind().setting(),
            outer(first),
            methods(alike),
            jdks(first),
            editOf(first),
            first.reason());
  }

  private static String outer(Target target) {
    return target.type().replaceAll("\\$.*", "").replace('/', '.');
  }

  private static String methods(List<Target> alike) {
    TreeSet<String> methods = new TreeSet<>();
    for (Target target : alike) {
      int nested = target.type().indexOf('$');
      String type = nested < 0 ? "" : target.type().substring(nested + 1);
      boolean constructor = target.method().equals("<init>");
      String method = constructor ? "new" : target.method();
      methods.add('`' + (type.isEmpty() ? method : type + '.' + method) + '`');
    }
    return String.join(", ", methods);
  }

  private static String jdks(Target target) {
    if (target.until() < 25) {
      return "to " + target.until();
    }
    return target.since() == 17 ? "all" : "from " + target.since();
  }

  private static String editOf(Target target) {
    Class<?> edit = target.edit().getClass();
    return edit.isAnonymousClass() ? "Call" : edit.getSimpleName();
  }
}
