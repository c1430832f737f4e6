/** Records the life of the asynchronous resources that work for one call. */
@NullMarked
package org.asynclocal.examples.recording;

import org.jspecify.annotations.NullMarked;
