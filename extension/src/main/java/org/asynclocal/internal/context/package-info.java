/**
 * The thread's current context: the frame of bindings, the scopes open on the thread, and the
 * holder that a runtime may install. Not for applications; changes without notice.
 */
@NullMarked
package org.asynclocal.internal.context;

import org.jspecify.annotations.NullMarked;
