/**
 * Bindings of storages: keys, the immutable tables that map them to values, and the registry of
 * named storages. Not for applications; changes without notice.
 */
@NullMarked
package org.asynclocal.internal.binding;

import org.jspecify.annotations.NullMarked;
