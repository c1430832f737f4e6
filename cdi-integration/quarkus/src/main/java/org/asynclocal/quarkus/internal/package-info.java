/**
 * Keeps the frame of a request with its Vert.x duplicated context, and carries it where Quarkus
 * does not. Applications call nothing here: the jar works by being on the class path.
 */
@NullMarked
package org.asynclocal.quarkus.internal;

import org.jspecify.annotations.NullMarked;
