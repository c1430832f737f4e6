/** The frames of duplicated contexts, on a real Vert.x. */
@NullMarked
package org.asynclocal.quarkus;

import org.jspecify.annotations.NullMarked;
