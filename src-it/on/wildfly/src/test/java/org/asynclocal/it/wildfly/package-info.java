/** What only WildFly has, and its way of naming a caller. */
@NullMarked
package org.asynclocal.it.wildfly;

import org.jspecify.annotations.NullMarked;
