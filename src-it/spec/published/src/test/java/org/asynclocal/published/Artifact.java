package org.asynclocal.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.quarkus.internal.VertxContextHolder;
import org.asynclocal.server.UnfinishedTasks;

/** A jar that is published. */
enum Artifact {
  CORE("asynclocal", AsyncLocalStorage.class),
  CDI("asynclocal-cdi", StorageName.class),
  SERVER("asynclocal-server", UnfinishedTasks.class),
  QUARKUS("asynclocal-quarkus", VertxContextHolder.class);

  private final String id;
  private final Class<?> member;

  Artifact(String id, Class<?> member) {
    this.id = id;
    this.member = member;
  }

  String id() {
    return id;
  }

  /** The jar, or the folder of classes in a build that makes no jars. */
  Path location() {
    URL location = member.getProtectionDomain().getCodeSource().getLocation();
    try {
      return Path.of(location.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of all classes in it, sorted. */
  List<String> classes() {
    try {
      if (Files.isDirectory(location())) {
        return classes(location());
      }
      try (FileSystem jar = FileSystems.newFileSystem(location())) {
        return classes(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> classes(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
          .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
          .sorted()
          .toList();
    }
  }
}
