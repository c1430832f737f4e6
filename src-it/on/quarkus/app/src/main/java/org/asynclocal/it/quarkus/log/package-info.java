/** Lines in the log. */
@NullMarked
package org.asynclocal.it.quarkus.log;

import org.jspecify.annotations.NullMarked;
