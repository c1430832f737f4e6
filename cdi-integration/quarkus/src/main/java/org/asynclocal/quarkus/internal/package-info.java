/**
 * Frames that belong to the Vert.x duplicated context, which is what one request has for itself in
 * Quarkus. Nothing here is for applications to call: the jar on the class path is enough.
 */
@NullMarked
package org.asynclocal.quarkus.internal;

import org.jspecify.annotations.NullMarked;
