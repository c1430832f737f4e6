/** A value that goes along with asynchronous resources, by a hook instead of a storage. */
@NullMarked
package org.asynclocal.examples.resource;

import org.jspecify.annotations.NullMarked;
