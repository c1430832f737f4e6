/** The caller's identity on WildFly. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.provider.elytron;

import org.jspecify.annotations.NullMarked;
