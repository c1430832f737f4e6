package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The list of resource types")
class ResourceTypesTest {
  private static final Path GUIDE = Path.of("..", "docs", "hooks.md");

  @Test
  @DisplayName("has a row for each type in the table of the guide to hooks")
  void documented() throws IOException, IllegalAccessException {
    String guide = Files.readString(GUIDE);
    for (Field type : constants()) {
      assertThat(guide).contains("| `" + type.get(null) + "`");
    }
  }

  @Test
  @DisplayName("has the types that hooks get from snapshots, their executors and their threads")
  void observed() throws InterruptedException {
    List<String> types = new CopyOnWriteArrayList<>();
    AsyncHook hook = AsyncHooks.createHook(new Types(types)).enable();
    try {
      ContextSnapshot snapshot = AsyncLocalStorage.snapshot();
      snapshot.bindExecutor(Runnable::run).execute(() -> {});
      AsyncLocalStorage.propagating((Executor) Runnable::run).execute(() -> {});
      snapshot.bindThreadFactory(Thread::new).newThread(() -> {}).join();
      CompletableFuture.runAsync(() -> {}, Runnable::run).join();
    } finally {
      hook.disable();
    }

    assertThat(types)
        .containsExactly(
            ResourceTypes.BOUND_CALLBACK,
            ResourceTypes.TASK,
            ResourceTypes.TASK,
            ResourceTypes.THREAD);
  }

  private static List<Field> constants() {
    return Arrays.stream(ResourceTypes.class.getFields())
        .filter(field -> field.getType() == String.class)
        .toList();
  }

  private record Types(List<String> types) implements HookListener {
    @Override
    public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
      types.add(type);
    }
  }
}
