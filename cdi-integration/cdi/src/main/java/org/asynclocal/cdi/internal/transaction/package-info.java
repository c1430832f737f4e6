/** Stages that transactional methods return. */
@NullMarked
package org.asynclocal.cdi.internal.transaction;

import org.jspecify.annotations.NullMarked;
