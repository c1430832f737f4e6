package org.asynclocal.agent;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the JDK it runs on has every target of the table: {@code java -cp
 * asynclocal-agent.jar org.asynclocal.agent.SelfCheck}.
 */
public final class SelfCheck {
  private SelfCheck() {}

  /** Prints the targets that are missing, and ends with 1 if there are any. */
  public static void main(String[] args) throws IOException {
    int jdk = Runtime.version().feature();
    List<Target> targets = new TargetTable().of(jdk);
    List<Target> missing = missing(targets);
    missing.forEach(target -> System.out.println("missing " + target));
    System.out.println(
        "JDK "
            + jdk
            + ": "
            + (targets.size() - missing.size())
            + " of "
            + targets.size()
            + " targets");
    if (!missing.isEmpty()) {
      System.exit(1);
    }
  }

  /** The targets that this JDK does not have. */
  static List<Target> missing(List<Target> targets) throws IOException {
    Map<String, List<Target>> byType = new LinkedHashMap<>();
    for (Target target : targets) {
      byType.computeIfAbsent(target.type(), type -> new ArrayList<>()).add(target);
    }
    List<Target> missing = new ArrayList<>();
    for (Map.Entry<String, List<Target>> type : byType.entrySet()) {
      byte[] bytes = bytes(type.getKey());
      if (bytes == null) {
        missing.addAll(type.getValue());
      } else {
        EditedClass edited = new EditedClass(type.getValue(), null);
        edited.apply(bytes);
        missing.addAll(edited.missing());
      }
    }
    return missing;
  }

  private static byte @Nullable [] bytes(String type) throws IOException {
    try (InputStream stream = ClassLoader.getSystemResourceAsStream(type + ".class")) {
      return stream == null ? null : stream.readAllBytes();
    }
  }
}
