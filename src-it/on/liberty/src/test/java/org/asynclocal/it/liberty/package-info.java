/** Tests of what only Open Liberty has: its own executors of MicroProfile Context Propagation. */
@NullMarked
package org.asynclocal.it.liberty;

import org.jspecify.annotations.NullMarked;
