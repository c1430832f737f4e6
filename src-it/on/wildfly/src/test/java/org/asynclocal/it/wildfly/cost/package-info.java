/** A measurement, not a test: the cost of the kit on WildFly beside that of the server alone. */
@NullMarked
package org.asynclocal.it.wildfly.cost;

import org.jspecify.annotations.NullMarked;
