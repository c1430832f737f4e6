package org.asynclocal.internal.bridge;

import java.util.List;
import java.util.Map;
import org.asynclocal.internal.binding.KeyRegistry;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.FrameListener;
import org.jspecify.annotations.Nullable;

/**
 * Keeps keys of the mapped diagnostic context as the current thread's storages are. It writes only
 * when the binding of a storage changes; a key that a storage shows in belongs to that storage. A
 * task that begins on an idle thread writes all keys, since some logging libraries give a new
 * thread the values of the thread that made it.
 */
final class MappedContextBridge extends FrameListener {
  private final Map<String, String> keys;
  private final List<MappedContext> logs;
  private final LogText texts = new LogText();

  /**
   * @param keys the keys by the name of the storage that shows in them
   * @param logs where
   */
  MappedContextBridge(Map<String, String> keys, List<MappedContext> logs) {
    this.keys = Map.copyOf(keys);
    this.logs = List.copyOf(logs);
  }

  @Override
  protected void show(@Nullable ContextFrame before, @Nullable ContextFrame after) {
    keys.forEach(
        (storage, key) -> {
          Object value = ContextFrame.get(after, storage);
          if (value != ContextFrame.get(before, storage) || KeyRegistry.wasDisabled(storage)) {
            show(key, texts.of(storage, value));
          }
        });
  }

  @Override
  protected void begun(@Nullable ContextFrame frame) {
    keys.forEach((storage, key) -> show(key, texts.of(storage, ContextFrame.get(frame, storage))));
  }

  private void show(String key, @Nullable String text) {
    for (MappedContext log : logs) {
      if (text == null) {
        log.remove(key);
      } else if (!text.equals(log.get(key))) {
        log.put(key, text);
      }
    }
  }
}
