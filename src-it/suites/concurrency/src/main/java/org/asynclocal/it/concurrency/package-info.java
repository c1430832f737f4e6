/** Tests of what each server's Jakarta Concurrency propagates by default. */
@NullMarked
package org.asynclocal.it.concurrency;

import org.jspecify.annotations.NullMarked;
