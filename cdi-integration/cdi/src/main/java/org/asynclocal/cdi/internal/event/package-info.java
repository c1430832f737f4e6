/** Asynchronous events whose observers see the stores of the firer. */
@NullMarked
package org.asynclocal.cdi.internal.event;

import org.jspecify.annotations.NullMarked;
