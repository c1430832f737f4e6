package org.asynclocal.internal.bridge;

import java.util.List;
import java.util.Map;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.asynclocal.internal.context.FrameListener;
import org.jspecify.annotations.Nullable;

/**
 * The bridges that an application has configured, from its start to its end. The CDI side opens and
 * closes them; an application without it does so itself, around all that it does. Thread-safe.
 */
public final class ConfiguredLogBridges implements AutoCloseable {
  private final @Nullable FrameListener log;
  private final @Nullable LogPrefix prefix;

  private ConfiguredLogBridges(@Nullable FrameListener log, @Nullable LogPrefix prefix) {
    this.log = log;
    this.prefix = prefix;
  }

  /**
   * Opens what the settings ask for.
   *
   * @param settings the application's settings
   * @return what to close at the application's end
   */
  public static ConfiguredLogBridges open(Settings settings) {
    BaggagePropagation.check(settings);
    Map<String, String> keys = settings.names(Setting.MDC);
    LogPrefix prefix = settings.flag(Setting.MDC_JUL) ? logPrefix(keys) : null;
    return new ConfiguredLogBridges(logBridge(keys, prefix != null), prefix);
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

  private static @Nullable FrameListener logBridge(
      Map<String, String> keys, boolean isShownElsewhere) {
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
    FrameListener listener = new MappedContextBridge(keys, logs);
    FrameListener.add(listener);
    return listener;
  }

  @Override
  public void close() {
    if (log != null) {
      FrameListener.remove(log);
    }
    if (prefix != null) {
      prefix.close();
    }
  }
}
