/**
 * A controller, a service and a repository that all know the request, on whatever thread they run,
 * though none of them is told.
 */
@NullMarked
package org.asynclocal.examples.users;

import org.jspecify.annotations.NullMarked;
