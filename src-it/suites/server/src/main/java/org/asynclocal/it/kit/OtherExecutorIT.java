package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@Tag(Needs.KIT)
@DisplayName("On another executor than the kit's own, identity and store are right")
class OtherExecutorIT {
  private static final String RIGHT = "[alice a] [anonymous null] ";

  @Deployment(name = "configured", testable = false)
  static WebArchive configured() {
    return Wars.configured(
        war(
            "configured",
            "false",
            "<managed-executor><name>java:app/mine</name></managed-executor>"),
        "asynclocal.executor=java:app/mine");
  }

  /** The web fragment with the kit's executor is not read then. */
  @Deployment(name = "metadata-complete", testable = false)
  static WebArchive metadataComplete() {
    return war("metadata-complete", "true", "");
  }

  private static WebArchive war(String name, String metadataComplete, String executor) {
    String webXml =
        "<web-app xmlns='https://jakarta.ee/xml/ns/jakartaee' version='6.0' metadata-complete='"
            + metadataComplete
            + "'><servlet><servlet-name>handoffs</servlet-name><servlet-class>"
            + HandoffsServlet.class.getName()
            + "</servlet-class></servlet><servlet-mapping><servlet-name>handoffs</servlet-name>"
            + "<url-pattern>/handoffs</url-pattern></servlet-mapping>"
            + executor
            + "</web-app>";
    return Wars.withKit(
            name,
            Executors.class,
            Users.class,
            Handoffs.class,
            Waiting.class,
            HandoffsServlet.class)
        .addAsLibraries(Wars.jarOf(Assertions.class))
        .setWebXML(new StringAsset(webXml));
  }

  @Test
  @DisplayName("that the application names")
  void namedByTheApplication(@ArquillianResource @OperateOnDeployment("configured") URI root)
      throws Exception {
    assertThat(handoffs(root)).startsWith(RIGHT).contains("java:app/mine");
  }

  @Test
  @DisplayName("that is the server's default, where the kit's is not defined")
  void theServersDefault(@ArquillianResource @OperateOnDeployment("metadata-complete") URI root)
      throws Exception {
    assertThat(handoffs(root)).startsWith(RIGHT).containsIgnoringCase("default");
  }

  private static String handoffs(URI root) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(root.resolve("handoffs"))
                .timeout(Duration.ofSeconds(Waiting.SECONDS))
                .build(),
            BodyHandlers.ofString())
        .body();
  }
}
