/** Runs the benchmarks, holds what they show against the goals, and draws how costs grow. */
@NullMarked
package org.asynclocal.benchmarks.report;

import org.jspecify.annotations.NullMarked;
