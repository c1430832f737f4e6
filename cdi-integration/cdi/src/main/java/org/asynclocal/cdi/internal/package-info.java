/** The CDI side's beans, interceptors and extensions; no API. */
@NullMarked
package org.asynclocal.cdi.internal;

import org.jspecify.annotations.NullMarked;
