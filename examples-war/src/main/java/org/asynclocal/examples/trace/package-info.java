/** Traces the events of a TCP server and its connections, without those of other requests. */
@NullMarked
package org.asynclocal.examples.trace;

import org.jspecify.annotations.NullMarked;
