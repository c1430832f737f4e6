/** Tasks and stages in transactions. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.transaction;

import org.jspecify.annotations.NullMarked;
