/**
 * An enterprise bean whose transaction is propagated to worker threads: the rows that they write
 * are committed and rolled back with it.
 */
@NullMarked
package org.asynclocal.examples.orders;

import org.jspecify.annotations.NullMarked;
