/** In the package of what it tests, which no user calls. */
@NullMarked
package org.asynclocal.cdi.internal.servlet;

import org.jspecify.annotations.NullMarked;
