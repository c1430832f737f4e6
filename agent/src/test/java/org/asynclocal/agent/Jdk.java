package org.asynclocal.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A JDK on this machine.
 *
 * @param version its feature version
 * @param home where it is
 */
record Jdk(int version, Path home) {
  private static final Set<Integer> SUPPORTED = Set.of(17, 25);

  /** The one that runs the tests, and the other supported ones that are installed beside it. */
  static List<Jdk> all() {
    List<Jdk> jdks = new ArrayList<>();
    jdks.add(current());
    for (Path home : siblings(current().home())) {
      of(home)
          .filter(jdk -> SUPPORTED.contains(jdk.version()))
          .filter(jdk -> jdks.stream().noneMatch(known -> known.version() == jdk.version()))
          .ifPresent(jdks::add);
    }
    return jdks;
  }

  static Jdk current() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  Path java() {
    return home.resolve("bin").resolve("java");
  }

  private static List<Path> siblings(Path home) {
    try {
      Path parent = home.toRealPath().getParent();
      if (parent == null) {
        return List.of();
      }
      try (Stream<Path> siblings = Files.list(parent)) {
        return siblings.sorted().toList();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Optional<Jdk> of(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.exists(release)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(release).stream()
          .filter(line -> line.startsWith("JAVA_VERSION=\""))
          .map(line -> line.replaceAll("\\D+", " ").trim().split(" ", 2)[0])
          .map(version -> new Jdk(Integer.parseInt(version), home))
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "JDK " + version;
  }
}
