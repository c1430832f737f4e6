/** Helpers that tests of several modules share, in the test's JVM and in servers. */
@NullMarked
package org.asynclocal.it.support;

import org.jspecify.annotations.NullMarked;
