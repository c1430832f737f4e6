package org.asynclocal.it.process;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wildfly.core.launcher.Launcher;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/** An unpacked WildFly with one WAR in its deployment folder, on free ports. */
public final class WildFlyProcess implements AutoCloseable {
  private static final long STOP_SECONDS = 30;

  private final Path home;
  private final Path yaml;
  private final Path console;
  private final Path refusal;
  private final String context;
  private @Nullable Process process;

  /**
   * A server that has not been started.
   *
   * @param home where WildFly was unpacked
   * @param yaml what is to be different from its standard configuration
   * @param context the path of the WAR
   */
  public WildFlyProcess(Path home, Path yaml, String context) {
    this.home = home.toAbsolutePath().normalize();
    this.yaml = yaml.toAbsolutePath().normalize();
    this.context = context;
    this.console = this.home.resolve("standalone/log/console.log");
    this.refusal = this.home.resolve("standalone/deployments/" + context + ".war.failed");
  }

  /**
   * Starts the server with the WAR.
   *
   * @param war the file
   * @return the application's base; it need not answer yet
   * @throws IOException if the server can't be started
   */
  public URI start(Path war) throws IOException {
    deploy(war);
    int port = freePort();
    Process started =
        Launcher.of(
                StandaloneCommandBuilder.of(home)
                    .setJavaHome(System.getProperty("java.home"))
                    .setYamlFiles(yaml)
                    .addServerArgument("-Djboss.http.port=" + port)
                    .addServerArgument("-Djboss.https.port=" + freePort())
                    .addServerArgument("-Djboss.management.http.port=" + freePort()))
            .setRedirectErrorStream(true)
            .redirectOutput(console)
            .launch();
    process = started;
    // Also when the tests' JVM is ended from outside: no server outlives it.
    Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
    return URI.create("http://127.0.0.1:" + port + "/" + context + "/");
  }

  /** The file that the server deploys: it takes the WAR from its own folder of deployments. */
  public Path deployed() {
    return home.resolve("standalone/deployments").resolve(context + ".war");
  }

  /**
   * Fails if the server will never respond.
   *
   * @throws IllegalStateException if the server has ended or refused the WAR
   */
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

  private void deploy(Path war) throws IOException {
    Files.createDirectories(console.getParent());
    Files.deleteIfExists(refusal);
    Files.copy(war, deployed(), REPLACE_EXISTING);
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
