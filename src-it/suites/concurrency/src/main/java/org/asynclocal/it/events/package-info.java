/** The events of a task that is submitted to a server's own executor. */
@NullMarked
package org.asynclocal.it.events;

import org.jspecify.annotations.NullMarked;
