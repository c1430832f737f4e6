/** In the package of what it tests, which no user calls. */
@NullMarked
package org.asynclocal.server.internal.config;

import org.jspecify.annotations.NullMarked;
