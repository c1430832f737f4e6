package org.asynclocal.cdi.internal;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.internal.Setting;
import org.asynclocal.internal.Settings;
import org.jspecify.annotations.Nullable;

/** What a request boundary does where a request enters the application. Thread-safe. */
public final class RequestEntry {
  /** A pattern of the application's own may take its time with longer ones. */
  private static final int MAX_LENGTH = 256;

  private final String storage;
  private final String header;
  private final Pattern valid;

  private RequestEntry(String storage, String header, Pattern valid) {
    this.storage = storage;
    this.header = header;
    this.valid = valid;
  }

  /** What the application has configured; empty if that is nothing. */
  public static Optional<RequestEntry> configured(Settings settings) {
    return storage(settings)
        .map(
            storage ->
                new RequestEntry(
                    storage,
                    settings.text(Setting.REQUEST_ID_HEADER),
                    Pattern.compile(settings.text(Setting.REQUEST_ID_PATTERN))));
  }

  /** The name of the storage of request ids. */
  static Optional<String> storage(Settings settings) {
    return Optional.of(settings.text(Setting.REQUEST_ID_STORAGE)).filter(name -> !name.isEmpty());
  }

  /**
   * Opens the request's storage for the rest of the request, which the caller ends.
   *
   * @param headers gives the request's header of a name, null if it is absent
   */
  public void open(UnaryOperator<@Nullable String> headers) {
    String sent = headers.apply(header);
    requestId().enterWith(isValid(sent) ? sent : UUID.randomUUID().toString());
  }

  /**
   * Answers the id of the current request.
   *
   * @param headers sets a header of the response
   */
  public void answer(BiConsumer<String, String> headers) {
    String id = requestId().getStore();
    if (id != null) {
      headers.accept(header, id);
    }
  }

  private boolean isValid(@Nullable String id) {
    return id != null && id.length() <= MAX_LENGTH && valid.matcher(id).matches();
  }

  private AsyncLocalStorage<String> requestId() {
    return CDI.current().select(Storages.class).get().named(storage);
  }
}
