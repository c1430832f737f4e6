/** Shows that a listener reads the emitter's store, or its own if it is bound. */
@NullMarked
package org.asynclocal.examples.emit;

import org.jspecify.annotations.NullMarked;
