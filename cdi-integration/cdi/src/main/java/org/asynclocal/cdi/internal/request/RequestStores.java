package org.asynclocal.cdi.internal.request;

import jakarta.enterprise.inject.spi.CDI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.cdi.internal.storage.NamedStorages;
import org.asynclocal.cdi.internal.storage.StorageTypes;
import org.asynclocal.cdi.internal.storage.StorageUse;
import org.asynclocal.internal.bridge.BaggagePropagation;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.jspecify.annotations.Nullable;

/**
 * Opens the storages that the configuration names when a request arrives: the request id and
 * accepted baggage. Thread-safe.
 */
public final class RequestStores {
  /** Limits the time that the application's own pattern can take. */
  private static final int MAX_LENGTH = 256;

  /** The name of the request id's storage; empty if there is none. */
  private final String requestId;

  private final String header;
  private final Pattern valid;
  private final BaggagePropagation propagation;

  private RequestStores(Settings settings) {
    this.requestId = settings.text(Setting.REQUEST_ID_STORAGE);
    this.header = settings.text(Setting.REQUEST_ID_HEADER);
    this.valid = Pattern.compile(settings.text(Setting.REQUEST_ID_PATTERN));
    this.propagation = BaggagePropagation.of(settings);
  }

  /** Returns the stores of a request; empty if the application configured none. */
  public static Optional<RequestStores> configured(Settings settings) {
    return storages(settings).isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestStores(settings));
  }

  /**
   * Checks the configuration and records the storages that it names.
   *
   * @param types the uses so far
   * @param string the type {@code String}, in the type model of these
   * @return the problems
   */
  public static List<String> problems(Settings settings, StorageTypes types, Object string) {
    List<String> problems = settings.problems();
    if (problems.isEmpty()) {
      for (Map.Entry<String, Setting> use : storages(settings)) {
        String where = use.getValue().key();
        types
            .note(new StorageUse(AsyncLocalStorage.class, use.getKey(), string, where))
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** Returns the storages that hold text from requests, each with the key that names it. */
  private static List<Map.Entry<String, Setting>> storages(Settings settings) {
    List<Map.Entry<String, Setting>> storages = new ArrayList<>();
    String requestId = settings.text(Setting.REQUEST_ID_STORAGE);
    if (!requestId.isEmpty()) {
      storages.add(Map.entry(requestId, Setting.REQUEST_ID_STORAGE));
    }
    settings
        .names(Setting.BAGGAGE_ACCEPT)
        .keySet()
        .forEach(name -> storages.add(Map.entry(name, Setting.BAGGAGE_ACCEPT)));
    return storages;
  }

  /**
   * Opens the request's storages until the caller's boundary ends.
   *
   * @param headers returns the request's headers of a name, joined with commas; null if there is
   *     none
   */
  public void open(Function<String, @Nullable String> headers) {
    propagation
        .received(new Incoming(headers))
        .forEach((name, value) -> storage(name).enterWith(value));
    if (!requestId.isEmpty()) {
      String sent = headers.apply(header);
      storage(requestId).enterWith(isValid(sent) ? sent : UUID.randomUUID().toString());
    }
  }

  /**
   * Sets the current request id as a header of the response.
   *
   * @param headers sets a header of the response
   */
  public void setRequestId(BiConsumer<String, String> headers) {
    String id = requestId.isEmpty() ? null : storage(requestId).getStore();
    if (id != null) {
      headers.accept(header, id);
    }
  }

  private boolean isValid(@Nullable String id) {
    return id != null && id.length() <= MAX_LENGTH && valid.matcher(id).matches();
  }

  private static AsyncLocalStorage<String> storage(String name) {
    return CDI.current().select(NamedStorages.class).get().named(name);
  }

  private record Incoming(Function<String, @Nullable String> headers) implements HeaderCarrier {
    @Override
    public @Nullable String get(String name) {
      return headers.apply(name);
    }

    @Override
    public void set(String name, String value) {
      throw new UnsupportedOperationException("a request that was received");
    }
  }
}
