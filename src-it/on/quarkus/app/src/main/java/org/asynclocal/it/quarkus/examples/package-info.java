/** The examples of the HTTP contract that make sense on Quarkus. */
@NullMarked
package org.asynclocal.it.quarkus.examples;

import org.jspecify.annotations.NullMarked;
