package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The snippets in the Javadoc of the public API. */
class JavadocTest {
  private static final Path ROOT = Path.of("../../..");
  private static final List<String> MODULES =
      List.of(
          "extension", "cdi-integration/cdi", "cdi-integration/server", "cdi-integration/quarkus");

  private static final Pattern SNIPPET = Pattern.compile("(?s)<pre>\\{@code\\R(.*?)\\}</pre>");

  /** Declares, for the snippets of all classes, those things of an application that they name. */
  private static final String AROUND =
      """
      import static org.assertj.core.api.Assertions.assertThat;

      import io.micrometer.core.instrument.MeterRegistry;
      import jakarta.ejb.Schedule;
      import jakarta.enterprise.context.ApplicationScoped;
      import jakarta.inject.Inject;
      import jakarta.transaction.Transactional;
      import jakarta.ws.rs.client.Client;
      import jakarta.ws.rs.client.ClientBuilder;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.concurrent.atomic.LongAdder;
      import java.util.function.*;
      import java.util.logging.Logger;
      import org.asynclocal.*;
      import org.asynclocal.bridge.*;
      import org.asynclocal.cdi.*;
      import org.asynclocal.cdi.rest.*;
      import org.asynclocal.hooks.*;
      import org.asynclocal.junit.*;
      import org.asynclocal.server.*;
      import org.asynclocal.strict.*;
      import org.asynclocal.transaction.*;
      import org.eclipse.microprofile.context.ManagedExecutor;
      import org.junit.jupiter.api.extension.ExtendWith;

      class Shown {
        record Request() {}
        record Tenant() {}
        record Order() {}
        record Message() {}
        interface Audit { void write(Request request); }
        interface Stock { void reserve(); void reserve(Order order); }
        interface Service { void handle(); void handle(Request request); }
        interface Server { void serve(); }
        interface Tenants { Tenant ofCaller(); }
        interface MessageClient { void onMessage(Consumer<Message> listener); }
        static final AsyncLocalStorage<Request> REQUEST = AsyncLocalStorage.create();
        static final AsyncLocalStorage<Tenant> TENANT = AsyncLocalStorage.create();
        static final Logger log = Logger.getLogger("shown");
        final LongAdder tasks = new LongAdder();
        final Request request = new Request();
        final Tenant tenant = new Tenant();
        final String rows = "rows";
        final String event = "event";
        final Message message = new Message();
        final Message received = message;
        final List<Object> findings = new ArrayList<>();
        Audit audit;
        Tenants tenants;
        Service service;
        Server server;
        Stock stock;
        MessageClient client;
        MeterRegistry registry;
        RemoteStores remoteStores;
        HookListener listener;
        Consumer<String> callback;
        EventEmitter<Message> emitter;
        ManagedExecutor executor;
        void handle(Message message) {}
        void release() {}
        HeaderCarrier headersOf(Message message) { return null; }

        class Snippet extends Shown {
          %s
        }
      }
      """;

  /**
   * A snippet.
   *
   * @param file the name of the source file
   * @param code its code
   */
  record Snippet(String file, String code) {
    /** Returns it as members of a class, as statements, or as members before statements. */
    List<String> sources() {
      String whole = code.replace("{ .. }", "{ }").replace("{ ... }", "{ }");
      List<String> sources = new ArrayList<>();
      sources.add(AROUND.formatted(whole));
      sources.add(AROUND.formatted("void shown() {\n" + whole + "\n}"));
      int end = whole.indexOf("\n\n");
      if (end > 0) {
        sources.add(
            AROUND.formatted(
                whole.substring(0, end) + "void shown() {\n" + whole.substring(end) + "\n}"));
      }
      return sources;
    }

    @Override
    public String toString() {
      return file + ": " + code.strip().lines().findFirst().orElse("");
    }
  }

  static Stream<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (String module : MODULES) {
      try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          SNIPPET
              .matcher(Files.readString(file))
              .results()
              .map(snippet -> new Snippet(file.getFileName().toString(), code(snippet)))
              .forEach(snippets::add);
        }
      }
    }
    return snippets.stream();
  }

  private static String code(MatchResult snippet) {
    return snippet.group(1).replaceAll("(?m)^ *\\* ?", "");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("snippets")
  @DisplayName("A snippet in the Javadoc compiles")
  void compiles(Snippet snippet, @TempDir Path folder) throws IOException {
    List<String> problems = new ArrayList<>();
    for (String source : snippet.sources()) {
      problems.add(Compilation.problems(folder, source));
    }

    assertThat(problems).as("as members, as statements, or as both").contains("");
  }
}
