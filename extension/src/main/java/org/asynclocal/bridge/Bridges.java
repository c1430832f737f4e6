package org.asynclocal.bridge;

import java.util.List;
import java.util.Map;
import org.asynclocal.internal.Mirror;
import org.asynclocal.internal.Setting;
import org.asynclocal.internal.Settings;
import org.jspecify.annotations.Nullable;

/**
 * The bridges that an application has configured, from its start to its end. The CDI side opens and
 * closes them; an application without it does so itself, around all that it does. Thread-safe.
 */
public final class Bridges implements AutoCloseable {
  private final @Nullable Mirror log;
  private final @Nullable LogPrefix prefix;

  private Bridges(@Nullable Mirror log, @Nullable LogPrefix prefix) {
    this.log = log;
    this.prefix = prefix;
  }

  /**
   * Opens what the settings ask for.
   *
   * @param settings the application's settings
   * @return what to close at the application's end
   */
  public static Bridges open(Settings settings) {
    Travel.check(settings);
    Map<String, String> keys = settings.names(Setting.MDC);
    LogPrefix prefix = settings.flag(Setting.MDC_JUL) ? logPrefix(keys) : null;
    return new Bridges(logMirror(keys, prefix != null), prefix);
  }

  private static @Nullable LogPrefix logPrefix(Map<String, String> keys) {
    if (keys.isEmpty()) {
      return null;
    }
    if (LogPrefix.isNeedless()) {
      BridgeMessages.NEEDLESS_PREFIX.report();
      return null;
    }
    LogPrefix prefix = new LogPrefix(keys);
    prefix.install();
    return prefix;
  }

  private static @Nullable Mirror logMirror(Map<String, String> keys, boolean isShownElsewhere) {
    if (keys.isEmpty()) {
      return null;
    }
    List<MappedContext> logs = MappedContext.find();
    if (logs.isEmpty()) {
      if (!isShownElsewhere) {
        BridgeMessages.NO_MDC.report();
      }
      return null;
    }
    Mirror mirror = new LogMirror(keys, logs);
    Mirror.add(mirror);
    return mirror;
  }

  @Override
  public void close() {
    if (log != null) {
      Mirror.remove(log);
    }
    if (prefix != null) {
      prefix.close();
    }
  }
}
