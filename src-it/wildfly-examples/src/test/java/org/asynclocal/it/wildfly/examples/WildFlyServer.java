package org.asynclocal.it.wildfly.examples;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.asynclocal.it.http.ExamplesServer;
import org.jspecify.annotations.Nullable;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** WildFly as unpacked by this module's build, with the examples in its deployment folder. */
public final class WildFlyServer implements ExamplesServer {
  private static final long STOP_SECONDS = 30;

  private final Path home = path("wildfly.home");
  private final Path console = home.resolve("standalone/log/console.log");
  private final Path refusal = home.resolve("standalone/deployments/asynclocal.war.failed");
  private @Nullable Process process;

  @Override
  public URI start() throws IOException {
    deploy();
    int port = freePort();
    Process started =
        Launcher.of(
                StandaloneCommandBuilder.of(home)
                    .setJavaHome(System.getProperty("java.home"))
                    .setYamlFiles(path("wildfly.yaml"))
                    .addServerArgument("-Djboss.http.port=" + port)
                    .addServerArgument("-Djboss.https.port=" + freePort())
                    .addServerArgument("-Djboss.management.http.port=" + freePort()))
            .setRedirectErrorStream(true)
            .redirectOutput(console)
            .launch();
    process = started;
    // Also when the tests' JVM is ended from outside: no server outlives it.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return URI.create("http://127.0.0.1:" + port + "/asynclocal/");
  }

  @Override
  public void requireAlive() {
    Process started = process;
    if (started == null || !started.isAlive()) {
      throw new IllegalStateException("WildFly has ended; see " + console);
    }
    if (Files.exists(refusal)) {
      throw new IllegalStateException("WildFly refused the WAR: " + read(refusal));
    }
  }

  @Override
  public void close() throws IOException {
    Process started = process;
    if (started == null) {
      return;
    }
    started.destroy();
    if (!hasEnded(started)) {
      started.destroyForcibly();
      throw new IOException("WildFly did not stop within " + STOP_SECONDS + " s and was killed");
    }
  }

  private static boolean hasEnded(Process started) {
    try {
      return started.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void deploy() throws IOException {
    Files.createDirectories(console.getParent());
    Files.deleteIfExists(refusal);
    Path deployments = home.resolve("standalone/deployments");
    Files.copy(path("examples.war"), deployments.resolve("asynclocal.war"), REPLACE_EXISTING);
  }

  private static Path path(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("The build has to set -D" + property);
    }
    return Path.of(value).toAbsolutePath().normalize();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
