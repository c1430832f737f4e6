@NullMarked
package org.asynclocal.benchmarks.report;

import org.jspecify.annotations.NullMarked;
