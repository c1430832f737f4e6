/** What each server's Jakarta Concurrency carries to another thread, unless told otherwise. */
@NullMarked
package org.asynclocal.it.concurrency;

import org.jspecify.annotations.NullMarked;
