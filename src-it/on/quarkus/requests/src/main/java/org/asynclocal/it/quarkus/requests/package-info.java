/** An application whose responses come later, and that injects no storage. */
@NullMarked
package org.asynclocal.it.quarkus.requests;

import org.jspecify.annotations.NullMarked;
