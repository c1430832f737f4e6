package org.asynclocal.it.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningExamples.class)
@DisabledIfSystemProperty(
    named = RunningExamples.URL_PROPERTY,
    matches = ".+",
    disabledReason = "a server that was running already has a file of its own")
@DisplayName("The server")
class SameFileCheck {
  private static final System.Logger LOG = System.getLogger(SameFileCheck.class.getName());

  @Test
  @DisplayName("has the very file that the build has made, by its SHA-256")
  void isTheBuildsFile(ExamplesServer server) throws Exception {
    Path built = Path.of(Objects.requireNonNull(System.getProperty("examples.war")));

    String deployed = sha256(server.deployed());
    LOG.log(System.Logger.Level.INFO, "SHA-256 of {0}: {1}", server.deployed(), deployed);
    assertThat(deployed).isEqualTo(sha256(built));
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
