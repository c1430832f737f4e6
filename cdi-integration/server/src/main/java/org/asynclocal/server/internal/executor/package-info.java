/** Executors over the server's threads, and the futures that they return. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.executor;

import org.jspecify.annotations.NullMarked;
