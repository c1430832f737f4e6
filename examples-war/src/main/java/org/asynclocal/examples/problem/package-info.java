/** Errors as problem details (RFC 9457), whether Jakarta REST or the container reports them. */
@NullMarked
package org.asynclocal.examples.problem;

import org.jspecify.annotations.NullMarked;
