/** The provider for Jakarta Concurrency 3.0 and 3.1. */
@NullMarked
package org.asynclocal.concurrency;

import org.jspecify.annotations.NullMarked;
