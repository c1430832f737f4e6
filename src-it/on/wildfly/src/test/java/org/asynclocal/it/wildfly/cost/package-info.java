/** What the kit costs on WildFly, beside the server alone. A measurement, no test. */
@NullMarked
package org.asynclocal.it.wildfly.cost;

import org.jspecify.annotations.NullMarked;
