/** The request boundary of the Servlet API. */
@NullMarked
package org.asynclocal.cdi.internal.servlet;

import org.jspecify.annotations.NullMarked;
