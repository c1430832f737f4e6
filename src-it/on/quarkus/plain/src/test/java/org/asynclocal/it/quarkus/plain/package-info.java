/** The application without the slot for Quarkus. */
@NullMarked
package org.asynclocal.it.quarkus.plain;

import org.jspecify.annotations.NullMarked;
