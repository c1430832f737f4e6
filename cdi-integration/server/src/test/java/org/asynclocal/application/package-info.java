/** A package that the kit takes for an application's. */
@NullMarked
package org.asynclocal.application;

import org.jspecify.annotations.NullMarked;
