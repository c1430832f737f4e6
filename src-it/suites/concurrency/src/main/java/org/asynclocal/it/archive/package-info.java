/** The archives that the tests deploy. */
@NullMarked
package org.asynclocal.it.archive;

import org.jspecify.annotations.NullMarked;
