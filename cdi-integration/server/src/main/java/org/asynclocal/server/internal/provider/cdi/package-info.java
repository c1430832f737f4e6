/** The propagation of CDI contexts. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.provider.cdi;

import org.jspecify.annotations.NullMarked;
