package org.asynclocal.it.domain;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A running domain. Thread-safe. */
public final class Domain implements AutoCloseable {
  private static final String NAME = "domain1";
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);

  private final Path home;
  private final DomainSettings settings;
  private final Path console;
  private final Process server;

  private Domain(Path home, DomainSettings settings, Path console, Process server) {
    this.home = home;
    this.settings = settings;
    this.console = console;
    this.server = server;
  }

  /**
   * Starts a fresh domain and waits until it takes deployments.
   *
   * @param home the server's folder {@code glassfish}, of which nothing is changed
   * @param folder where the domain is made; what is there is deleted
   */
  static Domain start(Path home, Path folder) throws IOException {
    delete(folder);
    Path root = folder.resolve(NAME);
    copy(home.resolve("domains").resolve(NAME), root);
    DomainSettings settings = DomainSettings.rewrite(root.resolve("config/domain.xml"));
    Path console = folder.resolve("console.log");
    Process server =
        asadmin(home, console, "start-domain", "--verbose", "--domaindir", folder.toString(), NAME);
    Domain domain = new Domain(home, settings, console, server);
    Runtime.getRuntime().addShutdownHook(new Thread(domain::close, "stop " + folder));
    domain.awaitStart();
    return domain;
  }

  int adminPort() {
    return settings.admin();
  }

  /**
   * Deploys an application.
   *
   * @param archive the application
   * @param contextRoot its context root, without slashes
   * @return its address, with a slash at its end
   * @throws IOException if the server refuses it
   */
  public URI deploy(Path archive, String contextRoot) throws IOException {
    Path log = console.resolveSibling("deploy-" + contextRoot + ".log");
    Process command =
        asadmin(
            home,
            log,
            "--port",
            Integer.toString(settings.admin()),
            "deploy",
            "--contextroot",
            contextRoot,
            "--name",
            contextRoot,
            archive.toString());
    if (!ends(command, COMMAND_LIMIT) || command.exitValue() != 0) {
      command.destroyForcibly();
      throw new IOException("Not deployed: " + Files.readString(log));
    }
    String host = InetAddress.getLoopbackAddress().getHostAddress();
    return URI.create("http://" + host + ":" + settings.http() + "/" + contextRoot + "/");
  }

  /**
   * The server's own copy of an application.
   *
   * @param contextRoot the application's context root, without slashes
   */
  Path archive(String contextRoot) {
    return root()
        .resolve("applications/__internal")
        .resolve(contextRoot)
        .resolve(contextRoot + ".war");
  }

  private Path root() {
    return console.resolveSibling(NAME);
  }

  /**
   * Makes sure that the server runs.
   *
   * @throws IllegalStateException if it has ended
   */
  public void requireAlive() {
    if (!server.isAlive()) {
      throw new IllegalStateException("The server has ended; see " + console);
    }
  }

  /** Stops the server and waits for its end; it is killed if it does not end by itself. */
  @Override
  public void close() {
    List<ProcessHandle> processes =
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
    processes.forEach(ProcessHandle::destroy);
    for (ProcessHandle process : processes) {
      process.onExit().completeOnTimeout(process, STOP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
      process.destroyForcibly();
    }
  }

  private void awaitStart() throws IOException {
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (!Files.readString(console).contains("startup time") || !listens(settings.admin())) {
      requireAlive();
      if (Instant.now().isAfter(deadline)) {
        throw new IOException(
            "The server did not start within " + START_LIMIT + "; see " + console);
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  /** The message of the start may come before the administration listens. */
  private static boolean listens(int port) {
    try (Socket connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return connection.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** The administration's own command, on the JDK that runs the tests. */
  private static Process asadmin(Path home, Path log, String... arguments) throws IOException {
    String jdk = System.getProperty("java.home");
    List<String> command = new ArrayList<>();
    command.add(Path.of(jdk, "bin", "java").toString());
    command.add("-jar");
    command.add(home.resolve("lib/client/appserver-cli.jar").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("AS_JAVA", jdk);
    process.environment().put("JAVA_HOME", jdk);
    return process.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static boolean ends(Process process, Duration limit) throws IOException {
    try {
      return process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a command", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.map(Path::toFile).sorted((a, b) -> b.compareTo(a)).forEach(File::delete);
    }
  }
}
