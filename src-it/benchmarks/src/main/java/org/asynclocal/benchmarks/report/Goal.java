package org.asynclocal.benchmarks.report;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * A bound on a figure of one case, by itself or against another of the same run.
 *
 * @param number the goal that this is a part of
 * @param what the figure in words
 * @param limit its bound
 * @param ours the case measured
 * @param other the one that it is compared with
 * @param part which figure of the rows counts
 * @param compare how the two make the figure
 */
record Goal(
    int number,
    String what,
    double limit,
    String ours,
    String other,
    ToDoubleFunction<Row> part,
    DoubleBinaryOperator compare) {

  private static final double TOLERANCE = 0.01;

  /** As many times the other's time at most. */
  static Goal times(int number, String what, double limit, String ours, String other) {
    return new Goal(number, what, limit, ours, other, Row::nanos, (a, b) -> a / b);
  }

  /** As many bytes at most. */
  static Goal bytes(int number, String what, double limit, String ours) {
    return new Goal(number, what, limit, ours, ours, Row::bytes, (a, b) -> a);
  }

  /** As many nanoseconds more than the other at most. */
  static Goal moreNanos(int number, String what, double limit, String ours, String other) {
    return new Goal(number, what, limit, ours, other, Row::nanos, (a, b) -> a - b);
  }

  /** As many bytes more than the other at most. */
  static Goal moreBytes(int number, String what, double limit, String ours, String other) {
    return new Goal(number, what, limit, ours, other, Row::bytes, (a, b) -> a - b);
  }

  /** The figure; empty if a case was not measured. */
  Optional<Double> figure(Results results) {
    return results
        .row(ours)
        .flatMap(
            mine ->
                results
                    .row(other)
                    .map(
                        theirs ->
                            compare.applyAsDouble(
                                part.applyAsDouble(mine), part.applyAsDouble(theirs)))
                    .filter(figure -> !figure.isNaN()));
  }

  /** Renders a line with the figures of several runs; those that miss the goal are bold. */
  String line(Collection<Results> runs) {
    StringBuilder line =
        new StringBuilder(String.format(Locale.ROOT, "| %d | %s | %.2f |", number, what, limit));
    for (Results run : runs) {
      line.append(figure(run).map(this::cell).orElse(" – |"));
    }
    return line.toString();
  }

  private String cell(double figure) {
    return String.format(Locale.ROOT, isMet(figure) ? " %.2f |" : " **%.2f** |", figure);
  }

  private boolean isMet(double figure) {
    return figure <= limit + TOLERANCE;
  }

  /** A line of the table. What is within a hundredth of the bound is at the bound. */
  String line(Results results) {
    String reached =
        figure(results)
            .map(
                figure ->
                    String.format(Locale.ROOT, "%.2f", figure)
                        + (isMet(figure) ? " | met" : " | not met"))
            .orElse("- | not measured");
    return String.format(Locale.ROOT, "| %d | %s | %.2f | %s |", number, what, limit, reached);
  }
}
