package org.asynclocal.cdi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithoutOptionalApisTest {
  /** The libraries that Weld needs; none of Servlet, REST, Enterprise Beans or transactions. */
  private static final Pattern NEEDED =
      Pattern.compile(
          ".*(weld|classfilewriter|jboss-logging|cdi-api|lang-model|inject-api|interceptor-api"
              + "|annotation-api|el-api|asynclocal|classes|extension).*");

  @Test
  void an_application_without_them_is_deployed_without_a_word(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath(),
                Small.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    assertThat(Files.readString(output, StandardCharsets.UTF_8))
        .doesNotContain("NoClassDefFound", "ClassNotFound", "WELD-000119", "WELD-000411")
        .contains("an injected storage holds value")
        .contains("a transaction's storage holds null, false")
        .contains("ASYNCLOCAL-154", "'order'");
    assertThat(process.exitValue()).isZero();
  }

  private static String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> needed =
        Arrays.stream(all.split(File.pathSeparator))
            .filter(entry -> NEEDED.matcher(Path.of(entry).toString()).matches())
            .filter(entry -> !entry.contains("resteasy"))
            .collect(Collectors.toList());
    assertThat(needed).noneMatch(entry -> entry.contains("servlet"));
    assertThat(needed).noneMatch(entry -> entry.contains("jakarta.transaction"));
    return String.join(File.pathSeparator, needed);
  }

  /** The application, in a process of its own. */
  @ApplicationScoped
  static class Small {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<String> request;

    @Inject
    @StorageName("order")
    TransactionLocalStorage<String> order;

    String readOrder() {
      return "a transaction's storage holds " + order.getStore() + ", " + order.isBound();
    }

    String writeOrder() {
      try {
        order.set("value");
        return "written";
      } catch (IllegalStateException refused) {
        return String.valueOf(refused.getMessage());
      }
    }

    String read() {
      return request.call("value", () -> "an injected storage holds " + request.getStore());
    }

    public static void main(String... arguments) {
      try (Application application = Application.of(Small.class)) {
        Small small = application.get(Small.class);
        List.of(small.read(), small.readOrder(), small.writeOrder()).forEach(System.err::println);
      }
    }
  }
}
