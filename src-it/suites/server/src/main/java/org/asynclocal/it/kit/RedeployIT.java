package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.asynclocal.it.support.Waiting;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@Tag(Needs.KIT)
@DisplayName("An application that is deployed, used from threads that stay, and undeployed, often,")
class RedeployIT {
  private static final int TIMES = Integer.getInteger("asynclocal.redeploys", 5);

  /** By when class loading, pools and caches of the server have their size. */
  private static final int WARM = 5;

  private final HttpClient client = HttpClient.newHttpClient();

  @Deployment(name = "observer", testable = false)
  static WebArchive observer() {
    return ShrinkWrap.create(WebArchive.class, "redeploy-observer.war")
        .addClasses(Observer.class, KeptApplications.class);
  }

  @Deployment(name = "lingering", managed = false, testable = false)
  static WebArchive lingering() {
    return Wars.withKit("lingering", Executors.class, Lingering.class, Loaders.class, Waiting.class)
        .addAsLibraries(Wars.jarOf(Assertions.class));
  }

  /** Weld keeps the application that started last, by a static of its own, until another starts. */
  @Deployment(name = "successor", managed = false, testable = false)
  static WebArchive successor() {
    return Wars.withKit("successor");
  }

  /** An application without the kit: the growth of the heap with it is the server's own. */
  @Deployment(name = "bare", managed = false, testable = false)
  static WebArchive bare() {
    return ShrinkWrap.create(WebArchive.class, "bare.war")
        .addClasses(Bare.class, Loaders.class)
        .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  @Test
  @DisplayName("leaves no class loader, and the heap as large as after the fifth time")
  void often(
      @ArquillianResource Deployer deployer,
      @ArquillianResource @OperateOnDeployment("observer") URI observer)
      throws Exception {
    long warm = 0;
    for (int time = 1; time <= TIMES; time++) {
      get(observer.resolve("left?what=warm"));
      deployAndUndeploy(deployer, "lingering", observer);
      if (time == WARM) {
        deployAndUndeploy(deployer, "successor", observer);
        assertNoLoader(observer);
        warm = smallestHeap(observer, 0);
      }
    }
    deployAndUndeploy(deployer, "successor", observer);
    assertNoLoader(observer);
    long bound = warm + warm / 20;
    long heap = smallestHeap(observer, bound);
    Figures.report(
        "%d times: heap %d bytes after %d, %d bytes now, no loader left", TIMES, warm, WARM, heap);
    if (heap > bound) {
      bound += growthWithoutTheProduct(deployer, observer, heap);
    }
    assertThat(heap).as("bytes of heap after %s times", TIMES).isLessThanOrEqualTo(bound);
  }

  /** By as many times as the heap has grown in. */
  private long growthWithoutTheProduct(Deployer deployer, URI observer, long before)
      throws Exception {
    for (int time = WARM + 1; time <= TIMES; time++) {
      deployAndUndeploy(deployer, "bare", observer);
    }
    long growth = smallestHeap(observer, 0) - before;
    Figures.report("%d times without the product: %d bytes more", TIMES - WARM, growth);
    return growth;
  }

  private void deployAndUndeploy(Deployer deployer, String name, URI observer) throws Exception {
    deployer.deploy(name);
    deployer.undeploy(name);
    KeptApplications.assertForgotten(get(observer.resolve("left?what=forget&application=" + name)));
  }

  /** Where one stays, says what holds it. */
  private void assertNoLoader(URI observer) throws Exception {
    Instant deadline = Instant.now().plusSeconds(Observer.IDLE_SECONDS);
    String left = get(observer.resolve("left?what=loaders"));
    while (!left.equals("0") && Instant.now().isBefore(deadline)) {
      left = get(observer.resolve("left?what=loaders"));
    }
    if (!left.equals("0")) {
      Path dump = Path.of("target", "redeploy-" + ProcessHandle.current().pid() + ".hprof");
      get(observer.resolve("left?what=dump&file=" + dump.toAbsolutePath()));
      throw new AssertionError(
          left + " class loaders are left. " + HeapPath.toRoot(dump, Lingering.class.getName()));
    }
  }

  /** The smallest heap of some collections, or the first that is within the bound. */
  private long smallestHeap(URI observer, long bound) throws Exception {
    long smallest = Long.MAX_VALUE;
    for (int collection = 0; collection < 20 && smallest > bound; collection++) {
      smallest = Math.min(smallest, Long.parseLong(get(observer.resolve("left?what=heap"))));
    }
    return smallest;
  }

  private String get(URI uri) throws Exception {
    return client
        .send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(Waiting.SECONDS)).build(),
            BodyHandlers.ofString())
        .body();
  }
}
