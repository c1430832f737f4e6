/** The request boundary of the Servlet API; no API. */
@NullMarked
package org.asynclocal.cdi.servlet;

import org.jspecify.annotations.NullMarked;
