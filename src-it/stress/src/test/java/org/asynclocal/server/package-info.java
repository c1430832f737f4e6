/** In the package of what it tests, which no user calls. */
@NullMarked
package org.asynclocal.server;

import org.jspecify.annotations.NullMarked;
