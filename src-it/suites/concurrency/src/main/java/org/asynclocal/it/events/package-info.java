/** What hooks are told of a task that is given to a server's own executor. */
@NullMarked
package org.asynclocal.it.events;

import org.jspecify.annotations.NullMarked;
