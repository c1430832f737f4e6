/** The events of a TCP server and its connections, and of no other request's. */
@NullMarked
package org.asynclocal.examples.trace;

import org.jspecify.annotations.NullMarked;
