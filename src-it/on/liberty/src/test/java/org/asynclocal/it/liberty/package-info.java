/** What only Open Liberty has: executors of its own by MicroProfile Context Propagation. */
@NullMarked
package org.asynclocal.it.liberty;

import org.jspecify.annotations.NullMarked;
