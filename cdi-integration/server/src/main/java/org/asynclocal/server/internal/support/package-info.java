/** Small helpers shared by the other packages. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.support;

import org.jspecify.annotations.NullMarked;
