/** Serves the timeline of a request's resources. */
@NullMarked
package org.asynclocal.examples.timeline;

import org.jspecify.annotations.NullMarked;
