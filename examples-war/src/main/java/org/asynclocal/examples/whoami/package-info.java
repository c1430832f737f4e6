/**
 * Reads the caller's identity on every thread that works for the call, also on a thread of another
 * user's request.
 */
@NullMarked
package org.asynclocal.examples.whoami;

import org.jspecify.annotations.NullMarked;
