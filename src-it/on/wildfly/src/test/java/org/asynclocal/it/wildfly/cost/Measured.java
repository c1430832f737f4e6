package org.asynclocal.it.wildfly.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** A line of a table: something that is done in batches. */
final class Measured {
  private static final int WARM_UP = 10;
  private static final int ROUNDS = 30;

  private final String name;
  private final Callable<Usage> batch;
  private final List<Usage> batches = new ArrayList<>();

  Measured(String name, Callable<Usage> batch) {
    this.name = name;
    this.batch = batch;
  }

  /** Batches in turn, so that a busy moment of the machine meets all of them. */
  static void inTurn(List<Measured> lines) throws Exception {
    for (int round = 0; round < WARM_UP + ROUNDS; round++) {
      for (Measured line : lines) {
        Usage usage = line.batch.call();
        if (round >= WARM_UP) {
          line.batches.add(usage);
        }
      }
    }
  }

  /** The heads of the columns. */
  static List<String> head(String what) {
    return List.of(
        "| "
            + what
            + " | µs, least | ratio | µs, middle | ratio "
            + "| CPU µs | ratio | bytes | more |",
        "|---|---|---|---|---|---|---|---|---|");
  }

  /** The line, with what it has more than another one. */
  String line(Measured base) {
    return String.format(
        Locale.ROOT,
        "| %s | %.1f | %.2f | %.1f | %.2f | %.1f | %.2f | %.0f | %.0f |",
        name,
        least() / 1000,
        least() / base.least(),
        middle(Usage::nanos) / 1000,
        middle(Usage::nanos) / base.middle(Usage::nanos),
        cpuNanos() / 1000,
        cpuNanos() / base.cpuNanos(),
        middle(Usage::bytes),
        middle(Usage::bytes) - base.middle(Usage::bytes));
  }

  /** Whatever disturbs makes a time longer. */
  private double least() {
    return all(Usage::nanos).min().orElseThrow();
  }

  /** Of all batches together: systems count CPU time in steps that are longer than a batch. */
  private double cpuNanos() {
    return all(Usage::cpuNanos).average().orElseThrow();
  }

  /** For bytes also because those of a thread that ends are missing. */
  private double middle(ToDoubleFunction<Usage> figure) {
    return all(figure).sorted().skip(batches.size() / 2).findFirst().orElseThrow();
  }

  private DoubleStream all(ToDoubleFunction<Usage> figure) {
    return batches.stream().mapToDouble(figure);
  }
}
