/**
 * The scenarios of Node.js, run with AsyncLocal. {@link org.asynclocal.conformance.ScenarioTest}
 * compares what the bodies of the scenarios observe with what Node.js was seen to do.
 */
@NullMarked
package org.asynclocal.conformance;

import org.jspecify.annotations.NullMarked;
