/** Users, and who they are on other threads. */
@NullMarked
package org.asynclocal.it.quarkus.security;

import org.jspecify.annotations.NullMarked;
