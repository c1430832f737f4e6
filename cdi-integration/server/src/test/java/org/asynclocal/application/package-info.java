/** What the kit takes for an application. */
@NullMarked
package org.asynclocal.application;

import org.jspecify.annotations.NullMarked;
