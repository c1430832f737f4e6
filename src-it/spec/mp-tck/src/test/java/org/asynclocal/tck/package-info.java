/**
 * Parts that the TCK of MicroProfile Context Propagation needs beside the runtime, and a check of
 * them.
 */
@NullMarked
package org.asynclocal.tck;

import org.jspecify.annotations.NullMarked;
