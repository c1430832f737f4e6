/** One application on several servers, each of which calls the next. */
@NullMarked
package org.asynclocal.it.relay;

import org.jspecify.annotations.NullMarked;
