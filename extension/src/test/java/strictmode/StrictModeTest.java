package strictmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.strict.Finding;
import org.asynclocal.strict.Mistake;
import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictModeTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("request");
  private final Queue<Finding> losses = new ConcurrentLinkedQueue<>();
  private final Consumer<Finding> collector = losses::add;

  @BeforeEach
  void enable() {
    StrictMode.enable();
    StrictMode.addListener(collector);
  }

  @AfterEach
  void disable() {
    StrictMode.removeListener(collector);
    StrictMode.disable();
  }

  private Finding onlyLoss() {
    assertThat(losses).hasSize(1);
    return losses.element();
  }

  @Test
  void reading_a_store_that_is_there_or_has_a_default_is_no_loss() {
    AsyncLocalStorage<String> withDefault = AsyncLocalStorage.create("d");
    storage.run("A", () -> assertThat(storage.getStore()).isEqualTo("A"));
    storage.exit(() -> assertThat(storage.getStore()).isNull());
    withDefault.getStore();
    assertThat(storage.isBound()).isFalse();
    assertThat(losses).isEmpty();
  }

  @Test
  void enter_with_inside_a_run_or_a_bound_task_is_no_mistake() {
    storage.run("A", () -> storage.enterWith("B"));
    AsyncLocalStorage.snapshot().run(() -> storage.enterWith("C"));
    assertThat(losses).isEmpty();
  }

  @Test
  void each_mistake_has_an_id_of_its_own_that_the_guide_explains() throws Exception {
    String guide = Files.readString(Path.of("../docs/troubleshooting.md"));
    assertThat(Mistake.values())
        .extracting(Mistake::id)
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(guide).contains("\n## " + id + "\n"));
  }

  @Test
  void a_listener_that_throws_does_not_reach_the_reader() {
    Consumer<Finding> broken =
        loss -> {
          throw new IllegalStateException("broken");
        };
    StrictMode.addListener(broken);
    try {
      assertThat(storage.getStore()).isNull();
    } finally {
      StrictMode.removeListener(broken);
    }
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.NEVER_BOUND);
  }
}
