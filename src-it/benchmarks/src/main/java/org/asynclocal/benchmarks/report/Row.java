package org.asynclocal.benchmarks.report;

/**
 * What one case took.
 *
 * @param nanos the least time of an operation in any iteration: on a shared machine the others tell
 *     of the neighbours
 * @param bytes what an operation allocated
 */
public record Row(double nanos, double bytes) {
  Row least(Row other) {
    return new Row(Math.min(nanos, other.nanos), Math.min(bytes, other.bytes));
  }
}
