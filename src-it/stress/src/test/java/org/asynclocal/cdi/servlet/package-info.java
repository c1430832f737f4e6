/** In the package of what it tests, which no user calls. */
@NullMarked
package org.asynclocal.cdi.servlet;

import org.jspecify.annotations.NullMarked;
