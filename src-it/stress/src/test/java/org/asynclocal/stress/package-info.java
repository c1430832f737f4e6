/** Races of two threads. Each outcome that is not declared acceptable is forbidden. */
@NullMarked
package org.asynclocal.stress;

import org.jspecify.annotations.NullMarked;
