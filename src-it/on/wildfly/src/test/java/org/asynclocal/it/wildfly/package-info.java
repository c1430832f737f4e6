/** Tests of what only WildFly has, and its way to name a caller. */
@NullMarked
package org.asynclocal.it.wildfly;

import org.jspecify.annotations.NullMarked;
