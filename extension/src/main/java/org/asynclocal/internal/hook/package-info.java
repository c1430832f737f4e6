/**
 * The bridge between the context and the hooks: resources, handoffs and captures. Not for
 * applications; changes without notice.
 */
@NullMarked
package org.asynclocal.internal.hook;

import org.jspecify.annotations.NullMarked;
