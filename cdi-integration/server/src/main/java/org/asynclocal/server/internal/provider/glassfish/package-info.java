/** The caller's identity on GlassFish and Payara. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.provider.glassfish;

import org.jspecify.annotations.NullMarked;
