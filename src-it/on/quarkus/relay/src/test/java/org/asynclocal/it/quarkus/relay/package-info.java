/** Calls between WildFly and Quarkus. */
@NullMarked
package org.asynclocal.it.quarkus.relay;

import org.jspecify.annotations.NullMarked;
