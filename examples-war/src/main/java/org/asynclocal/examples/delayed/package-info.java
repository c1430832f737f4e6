/** A store opened in a request and read after a timer, on another thread. */
@NullMarked
package org.asynclocal.examples.delayed;

import org.jspecify.annotations.NullMarked;
