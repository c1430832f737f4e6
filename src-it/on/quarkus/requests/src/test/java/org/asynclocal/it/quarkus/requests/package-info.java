/** The tests of requests that respond later. */
@NullMarked
package org.asynclocal.it.quarkus.requests;

import org.jspecify.annotations.NullMarked;
