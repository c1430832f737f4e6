/** Asynchronous events whose observers see the stores of the thread that fired the event. */
@NullMarked
package org.asynclocal.cdi.internal.event;

import org.jspecify.annotations.NullMarked;
