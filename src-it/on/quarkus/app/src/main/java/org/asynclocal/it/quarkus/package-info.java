/** An application on Quarkus: the examples, the storm, and what its tests share. */
@NullMarked
package org.asynclocal.it.quarkus;

import org.jspecify.annotations.NullMarked;
