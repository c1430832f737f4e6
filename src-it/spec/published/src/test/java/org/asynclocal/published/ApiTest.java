package org.asynclocal.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The public API of each jar")
class ApiTest {
  private static final Path FILES = Path.of("api");

  @ParameterizedTest
  @EnumSource
  @DisplayName("is the one in the file under api; -Dapi.update=true writes that anew")
  void unchanged(Artifact artifact) throws IOException {
    Path file = FILES.resolve(artifact.id() + ".txt");
    String api = api(artifact);
    if (Boolean.getBoolean("api.update")) {
      Files.writeString(file, api);
    }

    assertThat(api).isEqualToNormalizingNewlines(Files.readString(file));
  }

  /** Returns javap's output for the public and protected members of all public classes. */
  private static String api(Artifact artifact) {
    StringBuilder api = new StringBuilder();
    for (String declared : javap(artifact).split("(?m)^}\\R?", -1)) {
      String type = declared.replaceAll("(?m)^Compiled from .*\\R", "").strip();
      if (type.startsWith("public ")) {
        api.append(type).append("\n}\n\n");
      }
    }
    return api.toString();
  }

  private static String javap(Artifact artifact) {
    List<String> types = artifact.classes().stream().filter(ApiTest::isForUsers).toList();
    if (types.isEmpty()) {
      return "";
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-protected", "-cp", artifact.location().toString()));
    arguments.addAll(types);
    StringWriter out = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int code =
        javap.run(new PrintWriter(out), new PrintWriter(out), arguments.toArray(new String[0]));
    assertThat(code).as(out.toString()).isZero();
    return out.toString();
  }

  private static boolean isForUsers(String type) {
    return !type.contains(".internal.");
  }
}
