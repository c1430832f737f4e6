/** What virtual threads carry. */
@NullMarked
package org.asynclocal.it.quarkus.virtual;

import org.jspecify.annotations.NullMarked;
