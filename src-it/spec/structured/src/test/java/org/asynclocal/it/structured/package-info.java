/** Stores in structured concurrency. */
@NullMarked
package org.asynclocal.it.structured;

import org.jspecify.annotations.NullMarked;
