package org.asynclocal.it.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.asynclocal.it.kit.Users.ALICE;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tests of identity, store and transaction would be red without the providers. */
@ArquillianTest
@DisplayName("With one context left out by configuration")
class LeftOutIT {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("left out");

  @Inject Executors executors;
  @Inject Ledger ledger;

  @Deployment(name = "Security")
  static WebArchive withoutSecurity() {
    return without("Security");
  }

  @Deployment(name = "Transaction")
  static WebArchive withoutTransaction() {
    return without("Transaction");
  }

  @Deployment(name = "AsyncLocalStorage")
  static WebArchive withoutStorages() {
    return without(AsyncLocalStorage.CONTEXT_TYPE);
  }

  @Deployment(name = "Security cleared")
  static WebArchive securityCleared() {
    return Wars.configured(
        war("cleared-Security"),
        "mp.context.ManagedExecutor.cleared=Security",
        "mp.context.ThreadContext.cleared=Security");
  }

  private static WebArchive without(String type) {
    return Wars.configured(war("without-" + type), "asynclocal.providers.excluded=" + type);
  }

  private static WebArchive war(String name) {
    return Wars.withTests(
        name, Executors.class, Users.class, Handoffs.class, Ledger.class, Unit.class);
  }

  @Test
  @Tag(Needs.KIT)
  @OperateOnDeployment("Security")
  @DisplayName("the identity is no caller's on any handoff but the caller's own thread")
  void identity() throws Exception {
    assertThat(carried(Users::current, ALICE)).containsExactly("inline, complete already");
    assertThat(carried(STORE::getStore, "a")).hasSizeGreaterThan(10);
  }

  @Test
  @Tag(Needs.KIT)
  @OperateOnDeployment("Transaction")
  @DisplayName("the transaction is on no handoff but the caller's own thread")
  void transaction() throws Exception {
    ledger.transaction.begin();
    try {
      assertThat(carried(ledger::key, ledger.key())).containsExactly("inline, complete already");
    } finally {
      ledger.transaction.rollback();
    }
  }

  @Test
  @Tag(Needs.KIT)
  @OperateOnDeployment("AsyncLocalStorage")
  @DisplayName("the store is on no handoff but the caller's own thread")
  void store() throws Exception {
    assertThat(carried(STORE::getStore, "a")).containsExactly("inline, complete already");
    assertThat(carried(Users::current, ALICE)).hasSizeGreaterThan(10);
  }

  @Test
  @OperateOnDeployment("Security cleared")
  @DisplayName("the identity is on no handoff at all where it is cleared")
  void identityCleared() throws Exception {
    assertThat(carried(Users::current, ALICE)).isEmpty();
    assertThat(carried(STORE::getStore, "a")).hasSizeGreaterThan(10);
  }

  /** The handoffs on whose far side the look shows what is expected. */
  private Set<String> carried(Supplier<@Nullable String> look, String expected) throws Exception {
    Handoffs.warmByBob(executors.plain);
    Map<String, String> seen =
        STORE.call(
            "a",
            () -> Users.as(ALICE, () -> Handoffs.look(executors.plain, executors.context, look)));
    Set<String> handoffs = new HashSet<>();
    seen.forEach(
        (handoff, value) -> {
          if (value.equals(expected)) {
            handoffs.add(handoff);
          }
        });
    return handoffs;
  }
}
