package org.asynclocal.internal.bridge;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.internal.binding.Bindings;
import org.asynclocal.internal.config.Message;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.internal.context.CurrentContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends storages to other processes, and receives them, as entries of the W3C header {@code
 * baggage}: by name, as text, and only those that the configuration lists. Entries of others, such
 * as OpenTelemetry's own, stay as they are. Thread-safe.
 */
public final class BaggagePropagation {
  /** As many bytes as the W3C recommendation asks every party to pass on. */
  private static final int MAX_HEADER = 8192;

  private static final String HEADER = "baggage";

  private final Map<String, String> sent;
  private final Map<String, String> accepted;
  private final int maxLength;
  private final Set<String> reported = ConcurrentHashMap.newKeySet();
  private final LogText texts = new LogText();

  private BaggagePropagation(
      Map<String, String> sent, Map<String, String> accepted, int maxLength) {
    this.sent = sent;
    this.accepted = accepted;
    this.maxLength = maxLength;
  }

  /**
   * Returns the propagation that the settings ask for: none if they name no storage, or where the
   * OpenTelemetry API is absent.
   *
   * @param settings the application's settings
   * @return the propagation
   */
  public static BaggagePropagation of(Settings settings) {
    boolean possible = isApiThere();
    return new BaggagePropagation(
        possible ? settings.names(Setting.BAGGAGE_SEND) : Map.of(),
        possible ? settings.names(Setting.BAGGAGE_ACCEPT) : Map.of(),
        settings.number(Setting.BAGGAGE_MAX_LENGTH));
  }

  /**
   * Reports at the start that no storage will be sent or accepted though the settings name some.
   */
  static void check(Settings settings) {
    if (!isApiThere()
        && !(settings.names(Setting.BAGGAGE_SEND).isEmpty()
            && settings.names(Setting.BAGGAGE_ACCEPT).isEmpty())) {
      BridgeMessages.NO_BAGGAGE.report();
    }
  }

  /**
   * Returns whether any storage is sent.
   *
   * @return false if {@link #send} does nothing
   */
  public boolean sends() {
    return !sent.isEmpty();
  }

  /**
   * Adds the current thread's values to what is about to be sent. A value that is too long stays
   * here, and all of them if the header would be; either is reported once.
   *
   * @param headers where the header is, or will be
   * @throws NullPointerException if the headers are null
   */
  public void send(HeaderCarrier headers) {
    requireNonNull(headers, "headers");
    Map<String, String> entries = new LinkedHashMap<>();
    ContextFrame frame = CurrentContext.current();
    sent.forEach((storage, key) -> add(entries, key, storage, ContextFrame.get(frame, storage)));
    if (entries.isEmpty()) {
      return;
    }
    String header = BaggageHeader.with(headers.get(HEADER), entries);
    if (header.length() > MAX_HEADER) {
      reportOnce(HEADER, BridgeMessages.HEADER_TOO_LONG, MAX_HEADER);
    } else {
      headers.set(HEADER, header);
    }
  }

  /**
   * The values that came for the storages that accept them. One that is too long, or has control
   * characters, is left out, and so is all of a header that is too long: what comes from outside is
   * not reported.
   *
   * @param headers what came
   * @return the values by the names of their storages
   * @throws NullPointerException if the headers are null
   */
  public Map<String, String> received(HeaderCarrier headers) {
    requireNonNull(headers, "headers");
    Map<String, String> values = new LinkedHashMap<>();
    String header = accepted.isEmpty() ? null : headers.get(HEADER);
    if (header == null || header.length() > MAX_HEADER) {
      return values;
    }
    Map<String, String> entries = BaggageHeader.entries(header);
    accepted.forEach(
        (storage, key) -> {
          String value = entries.get(key);
          if (value != null && value.length() <= maxLength && PlainText.isPlain(value)) {
            values.put(storage, value);
          }
        });
    return values;
  }

  private void add(
      Map<String, String> entries, String key, String storage, @Nullable Object value) {
    if (value == null || value == Bindings.ABSENT || value == Bindings.EXITED) {
      return;
    }
    String text = texts.unchanged(storage, value);
    if (text == null || text.isEmpty()) {
      return; // receivers drop an empty value
    }
    if (!PlainText.isPlain(text)) {
      reportOnce(storage, BridgeMessages.VALUE_NOT_PLAIN, storage);
    } else if (text.length() > maxLength) {
      reportOnce(storage, BridgeMessages.VALUE_TOO_LONG, storage, text.length(), maxLength);
    } else {
      entries.put(key, text);
    }
  }

  private void reportOnce(String about, Message message, Object... arguments) {
    if (reported.add(about)) {
      message.report(arguments);
    }
  }

  private static boolean isApiThere() {
    try {
      Class.forName(
          "io.opentelemetry.api.baggage.Baggage", false, BaggagePropagation.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
