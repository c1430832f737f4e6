/** Propagates a value along asynchronous resources with a hook instead of a storage. */
@NullMarked
package org.asynclocal.examples.resource;

import org.jspecify.annotations.NullMarked;
