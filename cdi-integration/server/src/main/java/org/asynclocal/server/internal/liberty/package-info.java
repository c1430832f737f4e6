/**
 * The server's own MicroProfile Context Propagation, as Open Liberty has it. Not for applications.
 */
@NullMarked
package org.asynclocal.server.internal.liberty;

import org.jspecify.annotations.NullMarked;
