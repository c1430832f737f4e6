@NullMarked
package org.asynclocal.transaction;

import org.jspecify.annotations.NullMarked;
