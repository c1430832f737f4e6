package org.asynclocal.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;
import org.asynclocal.strict.Finding;
import org.asynclocal.strict.StrictMode;

@Label("A name of any characters")
class NamesTest {
  private static final Logger LOG = Logger.getLogger("org.asynclocal");

  @BeforeContainer
  static void mute() {
    LOG.setLevel(Level.OFF);
  }

  @AfterContainer
  static void unmute() {
    LOG.setLevel(null);
  }

  @Property(tries = 500)
  @Label("labels a storage")
  void labels(@ForAll String name) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.named(name);

    assertThat(storage.name()).isEqualTo(name);
    assertThat(storage).hasToString("AsyncLocalStorage[" + name + "]");
    storage.run("value", () -> assertThat(storage.getStore()).isEqualTo("value"));
    assertNothingLeft();
  }

  @Property(tries = 500)
  @Label("is in each message about the storage as it is")
  void messages(@ForAll String name) {
    AsyncLocalStorage<String> storage = AsyncLocalStorage.named(name);

    List<Finding> losses = lossesOf(() -> misuse(storage));

    assertThat(losses)
        .extracting(Finding::text)
        .hasSize(3)
        .allSatisfy(text -> assertThat(text).startsWith("ASYNCLOCAL-").contains("'" + name + "'"));
    assertNothingLeft();
  }

  /** Reads what was never bound, closes out of order and closes twice. */
  private static void misuse(AsyncLocalStorage<String> storage) {
    storage.getStore();
    Scope outer = storage.withScope("outer");
    Scope inner = storage.withScope("inner");
    outer.close();
    inner.close();
    inner.close();
  }

  private static List<Finding> lossesOf(Runnable task) {
    List<Finding> losses = new CopyOnWriteArrayList<>();
    Consumer<Finding> collector = losses::add;
    StrictMode.enable();
    StrictMode.addListener(collector);
    try {
      task.run();
    } finally {
      StrictMode.removeListener(collector);
      StrictMode.disable();
    }
    return losses;
  }

  private static void assertNothingLeft() {
    assertThat(AsyncLocalStorage.snapshot()).hasToString("ContextSnapshot[0 bound]");
  }
}
