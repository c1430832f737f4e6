/** Work on virtual threads. */
@NullMarked
package org.asynclocal.it.quarkus.virtual;

import org.jspecify.annotations.NullMarked;
