package org.asynclocal.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.asynclocal.agent.idioms.IdiomRunner;
import org.asynclocal.agent.preload.Preloader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Classes that were loaded before the agent, and so take no field any more. */
class PreloadedClassesIT {
  static Stream<Jdk> jdks() {
    return Jdk.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("jdks")
  @DisplayName("No idiom is lost if the classes that get a field were loaded before the agent")
  void preloadedClassesKeepTheStore(Jdk jdk, @TempDir Path folder) throws Exception {
    ChildJvm.Output output =
        ChildJvm.of(jdk)
            .withOption("-javaagent:" + preloader(folder))
            .withAgent()
            .run(IdiomRunner.class, "asynclocal");

    assertThat(output.exit()).as(output.errors()).isZero();
    List<String> idioms = output.lines().stream().filter(line -> line.contains("\t")).toList();
    assertThat(idioms).hasSizeGreaterThan(110);
    assertThat(idioms).allMatch(line -> line.endsWith("\t" + IdiomRunner.KEPT));
  }

  private static Path preloader(Path folder) throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Preloader.class.getName());
    String type = Preloader.class.getName().replace('.', '/') + ".class";
    Path file = folder.resolve("preloader.jar");
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
        InputStream bytes = ClassLoader.getSystemResourceAsStream(type)) {
      jar.putNextEntry(new ZipEntry(type));
      jar.write(bytes.readAllBytes());
      jar.closeEntry();
    }
    return file;
  }
}
