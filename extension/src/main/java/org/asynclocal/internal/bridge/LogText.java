package org.asynclocal.internal.bridge;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asynclocal.internal.binding.Bindings;
import org.jspecify.annotations.Nullable;

/** Formats the values of storages for the log. Thread-safe. */
final class LogText {
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /**
   * Returns the value as text for the log; null if there is no value. A value whose {@code
   * toString} fails is reported once for its storage.
   */
  @Nullable String of(String storage, @Nullable Object value) {
    String text = unchanged(storage, value);
    return text == null ? null : PlainText.of(text);
  }

  /** The value as text, with all its characters. */
  @Nullable String unchanged(String storage, @Nullable Object value) {
    if (value == null || value == Bindings.ABSENT || value == Bindings.EXITED) {
      return null;
    }
    try {
      return Objects.requireNonNull(value.toString(), "what toString() returned");
    } catch (Throwable thrown) { // of the value's class; a handoff must not fail for the log
      if (reported.add(storage)) {
        BridgeMessages.NO_TEXT.report(thrown, storage);
      }
      return null;
    }
  }
}
