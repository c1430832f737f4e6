/**
 * The core: frames, the thread's slot, what is open on it. Not for applications; changes without
 * notice.
 */
@NullMarked
package org.asynclocal.internal;

import org.jspecify.annotations.NullMarked;
