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
import org.asynclocal.bridge.BaggagePropagation;
import org.asynclocal.bridge.HeaderCarrier;
import org.asynclocal.cdi.internal.storage.NamedStorages;
import org.asynclocal.internal.config.Setting;
import org.asynclocal.internal.config.Settings;
import org.jspecify.annotations.Nullable;

/** What a request boundary does where a request enters the application. Thread-safe. */
public final class RequestStores {
  /** A pattern of the application's own may take its time with longer ones. */
  private static final int MAX_LENGTH = 256;

  /** The storage of request ids; empty if the application has none. */
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

  /** What the application has configured; empty if that is nothing. */
  public static Optional<RequestStores> configured(Settings settings) {
    return storages(settings).isEmpty()
        ? Optional.empty()
        : Optional.of(new RequestStores(settings));
  }

  /** The storages that are opened with text; by each the key that names it. */
  public static List<Map.Entry<String, Setting>> storages(Settings settings) {
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
   * Opens the request's storages for the rest of the request, which the caller ends.
   *
   * @param headers gives the request's headers of a name with commas between, null for none
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
   * Answers the id of the current request.
   *
   * @param headers sets a header of the response
   */
  public void answer(BiConsumer<String, String> headers) {
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
