package org.asynclocal.internal.bridge;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.asynclocal.internal.binding.Bindings;
import org.jspecify.annotations.Nullable;

/** Formats the values of storages for the log. Thread-safe. */
final class LogText {
  /** Characters that could start a new line in the log. */
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  /**
   * The value as text; null if there is nothing to show. A value that can't be shown is reported
   * once for its storage.
   */
  @Nullable String of(String storage, @Nullable Object value) {
    if (value == null || value == Bindings.ABSENT || value == Bindings.EXITED) {
      return null;
    }
    try {
      return CONTROL.matcher(value.toString()).replaceAll("_");
    } catch (RuntimeException | StackOverflowError thrown) { // a handoff must not fail for the log
      if (reported.add(storage)) {
        BridgeMessages.NO_TEXT.report(thrown, storage);
      }
      return null;
    }
  }
}
