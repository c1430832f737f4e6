/** Injected storages and the interceptors that open and clear them. */
@NullMarked
package org.asynclocal.cdi.internal.storage;

import org.jspecify.annotations.NullMarked;
