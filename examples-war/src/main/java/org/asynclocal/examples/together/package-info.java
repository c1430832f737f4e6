/** Calls that wait for each other, for the tests that want many in flight together. */
@NullMarked
package org.asynclocal.examples.together;

import org.jspecify.annotations.NullMarked;
