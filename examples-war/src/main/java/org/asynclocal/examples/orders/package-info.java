/**
 * An enterprise bean whose transaction goes with the work: rows that workers write are committed
 * and rolled back with it.
 */
@NullMarked
package org.asynclocal.examples.orders;

import org.jspecify.annotations.NullMarked;
