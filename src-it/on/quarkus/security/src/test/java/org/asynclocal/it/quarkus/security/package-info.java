/** The application with security. */
@NullMarked
package org.asynclocal.it.quarkus.security;

import org.jspecify.annotations.NullMarked;
