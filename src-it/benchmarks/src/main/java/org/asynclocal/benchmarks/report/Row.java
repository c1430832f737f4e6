package org.asynclocal.benchmarks.report;

/**
 * The cost of one case.
 *
 * @param nanos the least time of an operation in any iteration: on a shared machine the others tell
 *     of the neighbours
 * @param bytes what an operation allocated; NaN where that was not measured
 */
public record Row(double nanos, double bytes) {
  Row least(Row other) {
    return new Row(least(nanos, other.nanos), least(bytes, other.bytes));
  }

  /** In this order NaN comes last. */
  private static double least(double one, double other) {
    return Double.compare(one, other) <= 0 ? one : other;
  }
}
