/** The application without security. */
@NullMarked
package org.asynclocal.it.quarkus;

import org.jspecify.annotations.NullMarked;
