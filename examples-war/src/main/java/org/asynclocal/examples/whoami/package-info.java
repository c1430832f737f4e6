/**
 * The caller's identity, on every thread that works for the call; also on the thread of somebody
 * else's request.
 */
@NullMarked
package org.asynclocal.examples.whoami;

import org.jspecify.annotations.NullMarked;
