/** Answers errors of Jakarta REST and of the container with problem details (RFC 9457). */
@NullMarked
package org.asynclocal.examples.problem;

import org.jspecify.annotations.NullMarked;
