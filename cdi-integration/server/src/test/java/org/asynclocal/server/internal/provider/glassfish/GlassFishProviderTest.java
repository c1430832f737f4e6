package org.asynclocal.server.internal.provider.glassfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.security.jacc.PolicyContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.asynclocal.it.support.Reports;
import org.asynclocal.server.internal.deployment.ServerProfile;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The caller's identity on GlassFish and Payara")
class GlassFishProviderTest {
  private final AtomicReference<@Nullable Object> request = new AtomicReference<>();
  private final ThreadContextProvider provider =
      new GlassFishProvider(
          new GlassFishSecurity(GlassFishContext.class),
          new GlassFishRequest(request::get, request::set));

  @BeforeEach
  @AfterEach
  void anonymous() {
    become("anonymous", null);
  }

  @Test
  @DisplayName("is the one at capture on a thread of bob's, which is bob's again afterwards")
  void carried() throws Exception {
    become("alice", "application");
    ThreadContextSnapshot alice = provider.currentContext(Map.of());
    become("bob", "another");
    assertThat(onNewThread(alice)).isEqualTo("alice in application, then bob in another");
  }

  @Test
  @DisplayName("is anonymous where it is cleared, under the capturing application's policy")
  void cleared() throws Exception {
    become("alice", "application");
    ThreadContextSnapshot cleared = provider.clearedContext(Map.of());
    become("bob", "another");
    assertThat(onNewThread(cleared)).isEqualTo("anonymous in application, then bob in another");
  }

  @Test
  @DisplayName("is anonymous where the caller is anonymous")
  void callerWithoutIdentity() throws Exception {
    ThreadContextSnapshot anonymous = provider.currentContext(Map.of());
    become("bob", "another");
    assertThat(onNewThread(anonymous)).isEqualTo("anonymous in null, then bob in another");
  }

  @Test
  @DisplayName("is not asked of the request of bob's thread, which has it again afterwards")
  void requestOfTheThread() {
    become("alice", "application");
    ThreadContextSnapshot alice = provider.currentContext(Map.of());
    become("bob", "another");
    request.set("bob's");
    var controller = alice.begin();
    assertThat(request.get()).isNull();
    controller.endContext();
    assertThat(request.get()).isEqualTo("bob's");
  }

  @Test
  @DisplayName("has one end: a second is refused and changes nothing")
  void secondEnd() {
    var controller = provider.currentContext(Map.of()).begin();
    controller.endContext();
    become("bob", "another");
    assertThatThrownBy(controller::endContext).isInstanceOf(IllegalStateException.class);
    assertThat(here()).isEqualTo("bob in another");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(classes = {String.class, GlassFishContext.class})
  @DisplayName("is not carried, with a message, where identity or request are kept elsewhere")
  void anotherShape(Class<?> context) {
    Reports reports = new Reports();
    try {
      assertThat(GlassFishProvider.of(context, getClass().getClassLoader())).isNull();
      assertThat(reports.messages())
          .singleElement()
          .asString()
          .contains("ASYNCLOCAL-130")
          .contains(context.getName());
    } finally {
      reports.close();
    }
  }

  @Test
  @DisplayName("is found by the server's class, never by one that the application packs")
  void packedByTheApplication() {
    assertThat(ServerProfile.of(GlassFishProviderTest.class.getClassLoader()).security()).isNull();
  }

  /**
   * Returns what a new thread has, which inherits from this one, and what this one has afterwards.
   */
  private static String onNewThread(ThreadContextSnapshot snapshot) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    String policy = PolicyContext.getContextID();
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                PolicyContext.setContextID(policy);
                var controller = snapshot.begin();
                String during = here();
                controller.endContext();
                return during + ", then " + here();
              },
              thread)
          .get(30, TimeUnit.SECONDS);
    } finally {
      thread.shutdownNow();
    }
  }

  private static void become(String name, @Nullable String policy) {
    GlassFishContext.setCurrent(
        name.equals("anonymous")
            ? GlassFishContext.getDefaultSecurityContext()
            : new GlassFishContext(name));
    PolicyContext.setContextID(policy);
  }

  private static String here() {
    return GlassFishContext.getCurrent() + " in " + PolicyContext.getContextID();
  }
}
