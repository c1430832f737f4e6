package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@Tag(Needs.KIT)
@DisplayName("An application that is undeployed")
class UndeployIT {
  private final HttpClient client = HttpClient.newHttpClient();

  @Deployment(name = "observer", testable = false)
  static WebArchive observer() {
    return ShrinkWrap.create(WebArchive.class, "observer.war")
        .addClasses(Observer.class, KeptApplications.class);
  }

  @Deployment(name = "lingering", managed = false, testable = false)
  static WebArchive lingering() {
    return Wars.withKit("lingering", Executors.class, Lingering.class, Loaders.class, Waiting.class)
        .addAsLibraries(Wars.jarOf(org.assertj.core.api.Assertions.class));
  }

  /** Weld keeps the application that started last, by a static of its own, until another starts. */
  @Deployment(name = "successor", managed = false, testable = false)
  static WebArchive successor() {
    return Wars.withKit("successor");
  }

  @Deployment(name = "bare", managed = false, testable = false)
  static WebArchive bare() {
    return ShrinkWrap.create(WebArchive.class, "bare.war").addClasses(Bare.class, Loaders.class);
  }

  @Test
  @DisplayName("leaves no task, no thread and no class loader behind")
  void nothingLeft(
      @ArquillianResource Deployer deployer,
      @ArquillianResource @OperateOnDeployment("observer") URI observer)
      throws Exception {
    get(observer.resolve("left?what=warm"));
    deployer.deploy("lingering");
    try {
      assertThat(get(observer.resolve("left?what=task"))).isEqualTo("still running");
      assertThat(get(observer.resolve("left?what=loaders"))).isEqualTo("1");
      assertThat(Integer.parseInt(get(observer.resolve("left?what=threads")))).isPositive();
    } finally {
      undeploy(deployer, "lingering", observer);
    }
    become("interrupted", observer.resolve("left?what=task"));
    assertThat(get(observer.resolve("left?what=queued"))).isNotEqualTo("still queued");
    become("0", observer.resolve("left?what=threads"));
    noLoaderLeft(deployer, observer);
  }

  /** References that the server itself keeps, to any application. */
  @Test
  @DisplayName("stays without the product too, where the server keeps each application by its name")
  void withoutTheProduct(
      @ArquillianResource Deployer deployer,
      @ArquillianResource @OperateOnDeployment("observer") URI observer)
      throws Exception {
    deployer.deploy("bare");
    deployer.undeploy("bare");
    deployer.deploy("successor");
    undeploy(deployer, "successor", observer);
    become(KeptApplications.KEPT ? "1" : "0", observer.resolve("left?what=loaders"));
    forget("bare", observer);
    become("0", observer.resolve("left?what=loaders"));
  }

  private void noLoaderLeft(Deployer deployer, URI observer) throws Exception {
    deployer.deploy("successor");
    try {
      become("0", observer.resolve("left?what=loaders"));
    } finally {
      undeploy(deployer, "successor", observer);
    }
  }

  private void undeploy(Deployer deployer, String name, URI observer) throws Exception {
    deployer.undeploy(name);
    forget(name, observer);
  }

  private void forget(String name, URI observer) throws Exception {
    KeptApplications.assertForgotten(get(observer.resolve("left?what=forget&application=" + name)));
  }

  /** Asks until the answer comes, each question taking the server a while. */
  private void become(String answer, URI question) throws Exception {
    Instant deadline = Instant.now().plusSeconds(Observer.IDLE_SECONDS);
    String last = get(question);
    while (!last.equals(answer) && Instant.now().isBefore(deadline)) {
      last = get(question);
    }
    assertThat(last).as(question.getQuery()).isEqualTo(answer);
  }

  private String get(URI uri) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(Waiting.SECONDS)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
