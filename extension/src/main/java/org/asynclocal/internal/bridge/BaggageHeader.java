package org.asynclocal.internal.bridge;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.api.baggage.BaggageBuilder;
import io.opentelemetry.api.baggage.propagation.W3CBaggagePropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads and writes the header {@code baggage}; the one class that knows OpenTelemetry's API. */
final class BaggageHeader {
  private static final String NAME = "baggage";

  private BaggageHeader() {}

  /**
   * The header with these entries beside, or in the place of, those that it has, which stay as they
   * are written. Where there is none yet, OpenTelemetry's current baggage goes along.
   */
  static String with(@Nullable String header, Map<String, String> entries) {
    BaggageBuilder builder = header == null ? Baggage.current().toBuilder() : Baggage.builder();
    entries.forEach(builder::put);
    Stream<String> others =
        header == null
            ? Stream.empty()
            : Arrays.stream(header.split(","))
                .map(String::strip)
                .filter(member -> !member.isEmpty() && !entries.containsKey(key(member)));
    return Stream.concat(others, Stream.of(written(builder.build())))
        .collect(Collectors.joining(","));
  }

  private static String key(String member) {
    return member.split("[=;]", 2)[0].strip();
  }

  private static String written(Baggage baggage) {
    Map<String, String> headers = new HashMap<>();
    W3CBaggagePropagator.getInstance()
        .inject(
            baggage.storeInContext(Context.root()),
            headers,
            (all, name, value) -> headers.put(name, value));
    return headers.getOrDefault(NAME, "");
  }

  static Map<String, String> entries(String header) {
    Map<String, String> entries = new HashMap<>();
    read(header).forEach((key, entry) -> entries.put(key, entry.getValue()));
    return entries;
  }

  private static Baggage read(String header) {
    return Baggage.fromContext(
        W3CBaggagePropagator.getInstance().extract(Context.root(), header, new OneHeader()));
  }

  /** Takes the carrier itself for the header. */
  private static final class OneHeader implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String header) {
      return List.of(NAME);
    }

    @Override
    public @Nullable String get(@Nullable String header, String key) {
      return key.equals(NAME) ? header : null;
    }
  }
}
