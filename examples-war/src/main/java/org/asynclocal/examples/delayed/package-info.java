/** Binds a store in a request and reads it after a timer, on another thread. */
@NullMarked
package org.asynclocal.examples.delayed;

import org.jspecify.annotations.NullMarked;
