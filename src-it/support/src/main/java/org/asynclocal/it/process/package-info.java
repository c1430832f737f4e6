/** Servers that tests start as processes of their own. */
@NullMarked
package org.asynclocal.it.process;

import org.jspecify.annotations.NullMarked;
