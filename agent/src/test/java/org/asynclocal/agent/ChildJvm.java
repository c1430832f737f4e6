package org.asynclocal.agent;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs a class of the tests in a JVM of its own, with or without agents. */
final class ChildJvm {
  private static final long LIMIT_SECONDS = 120;

  private final Jdk jdk;
  private final List<String> options = new ArrayList<>();

  private ChildJvm(Jdk jdk) {
    this.jdk = jdk;
    if (jdk.version() >= 25) {
      options.add("--enable-preview"); // structured concurrency
    }
  }

  static ChildJvm of(Jdk jdk) {
    return new ChildJvm(jdk);
  }

  /** With the product's agent. */
  ChildJvm withAgent() {
    return withOption("-javaagent:" + agentJar());
  }

  ChildJvm withOption(String option) {
    options.add(option);
    return this;
  }

  static Path agentJar() {
    return Path.of(System.getProperty("agent.jar", "target/asynclocal-agent-1.0.0-SNAPSHOT.jar"));
  }

  /** The output and the exit code of a JVM. */
  record Output(int exit, List<String> lines, String errors) {}

  Output run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(jdk.java().toString());
    command.addAll(options);
    command.add("-cp");
    command.add(classPath());
    command.add(main.getName());
    command.addAll(Arrays.asList(arguments));
    Path out = Files.createTempFile("child", ".out");
    Path err = Files.createTempFile("child", ".err");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      return new Output(
          process.exitValue(),
          Files.readAllLines(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Without agents, which come by their option alone. */
  private static String classPath() {
    String agent = agentJar().getFileName().toString();
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.endsWith(agent) && !entry.contains("/org/ow2/asm/"))
        .filter(entry -> !entry.contains("opentelemetry-javaagent"))
        .filter(entry -> !entry.endsWith(Path.of("agent", "target", "classes").toString()))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
