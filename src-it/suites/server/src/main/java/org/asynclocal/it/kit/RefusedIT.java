package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ArquillianTest
@RunAsClient
@DisplayName("The server refuses to deploy")
class RefusedIT {
  @Test
  @DisplayName("a misspelled context type in an annotation, and names the place")
  void unknownTypeInAnnotation(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "misspelled"))
        .contains("ASYNCLOCAL-102")
        .contains(Misspelled.class.getName() + "/executor")
        .contains("Securty");
  }

  @Deployment(name = "misspelled", managed = false, testable = false)
  static WebArchive misspelledWar() {
    return Wars.withKit("misspelled", Misspelled.class);
  }

  @Test
  @DisplayName("an unknown context type in the mp.context defaults")
  void unknownTypeInDefaults(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "unknown-default")).contains("ASYNCLOCAL-102").contains("Tenant");
  }

  @Deployment(name = "unknown-default", managed = false, testable = false)
  static WebArchive unknownDefaultWar() {
    return Wars.configured(
        Wars.withKit("unknown-default"), "mp.context.ThreadContext.propagated=Tenant");
  }

  @Test
  @DisplayName("a context type that is both propagated and cleared")
  void contradiction(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "contradiction"))
        .contains("ASYNCLOCAL-102")
        .contains("Contradicting");
  }

  @Deployment(name = "contradiction", managed = false, testable = false)
  static WebArchive contradictionWar() {
    return Wars.withKit("contradiction", Contradicting.class);
  }

  @Test
  @DisplayName("a bound that is no number of tasks")
  void badBound(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "bad-bound")).contains("ASYNCLOCAL-102").contains("maxAsync");
  }

  @Deployment(name = "bad-bound", managed = false, testable = false)
  static WebArchive badBoundWar() {
    return Wars.configured(Wars.withKit("bad-bound"), "mp.context.ManagedExecutor.maxAsync=0");
  }

  @Test
  @DisplayName("two configurations under one name")
  void twoConfigurations(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "two-configurations"))
        .contains("ASYNCLOCAL-115")
        .contains("shared");
  }

  @Deployment(name = "two-configurations", managed = false, testable = false)
  static WebArchive twoConfigurationsWar() {
    return Wars.withKit("two-configurations", Torn.class);
  }

  @Test
  @Tag(Needs.KIT)
  @DisplayName("two providers of one context type, and names both")
  void twoProviders(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "two-providers"))
        .contains("ASYNCLOCAL-101")
        .contains("Security")
        .contains(OwnSecurity.class.getName());
  }

  @Deployment(name = "two-providers", managed = false, testable = false)
  static WebArchive twoProvidersWar() {
    return withOwnSecurity("two-providers");
  }

  @Test
  @Tag(Needs.KIT)
  @DisplayName("no longer two providers of one type when the kit's is excluded")
  void ownProvider(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "own-provider")).isEmpty();
  }

  @Deployment(name = "own-provider", managed = false, testable = false)
  static WebArchive ownProviderWar() {
    return Wars.configured(
        withOwnSecurity("own-provider"), "asynclocal.providers.excluded=Security");
  }

  private static WebArchive withOwnSecurity(String name) {
    return Wars.withKit(name, OwnSecurity.class)
        .addAsServiceProvider(ThreadContextProvider.class, OwnSecurity.class);
  }

  /** Claims a type that the kit carries. */
  public static class OwnSecurity implements ThreadContextProvider {
    @Override
    public ThreadContextSnapshot currentContext(Map<String, String> props) {
      return () -> () -> {};
    }

    @Override
    public ThreadContextSnapshot clearedContext(Map<String, String> props) {
      return () -> () -> {};
    }

    @Override
    public String getThreadContextType() {
      return ThreadContext.SECURITY;
    }
  }

  @Test
  @Tag(Needs.REASONS)
  @DisplayName("a second copy of the library, and names where the copies are")
  void secondCopy(@ArquillianResource Deployer deployer) {
    assertThat(refusal(deployer, "second-copy"))
        .contains("ASYNCLOCAL-054")
        .contains("another-copy.jar");
  }

  @Deployment(name = "second-copy", managed = false, testable = false)
  static WebArchive secondCopyWar() {
    return Wars.withKit("second-copy").addAsLibrary(Wars.kitJar("asynclocal"), "another-copy.jar");
  }

  /** Why the deployment fails, in the words of all causes; empty if it does not. */
  private static String refusal(Deployer deployer, String deployment) {
    Throwable failure = catchThrowable(() -> deployer.deploy(deployment));
    deployer.undeploy(deployment);
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .map(Throwable::getMessage)
        .collect(Collectors.joining("\n"));
  }
}
