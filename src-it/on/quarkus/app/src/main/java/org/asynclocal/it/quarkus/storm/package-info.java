/** Many requests at once, each of which must see its own value only. */
@NullMarked
package org.asynclocal.it.quarkus.storm;

import org.jspecify.annotations.NullMarked;
