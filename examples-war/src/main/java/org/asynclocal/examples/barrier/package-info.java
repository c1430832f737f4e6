/** Lets tests hold calls until a given number of them is in flight at once. */
@NullMarked
package org.asynclocal.examples.barrier;

import org.jspecify.annotations.NullMarked;
