/** An application that has nothing of Quarkus but Arc. */
@NullMarked
package org.asynclocal.it.quarkus.arc;

import org.jspecify.annotations.NullMarked;
