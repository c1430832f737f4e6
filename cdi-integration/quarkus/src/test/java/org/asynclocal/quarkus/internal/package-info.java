/** The frames of duplicated contexts, on a real Vert.x. */
@NullMarked
package org.asynclocal.quarkus.internal;

import org.jspecify.annotations.NullMarked;
