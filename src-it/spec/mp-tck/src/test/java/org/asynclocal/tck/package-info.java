/** What the TCK of MicroProfile Context Propagation needs beside the runtime, and our own check. */
@NullMarked
package org.asynclocal.tck;

import org.jspecify.annotations.NullMarked;
