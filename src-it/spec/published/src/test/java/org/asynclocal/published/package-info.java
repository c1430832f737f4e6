/** Tests that compare the published artifacts with what is written about them. */
@NullMarked
package org.asynclocal.published;

import org.jspecify.annotations.NullMarked;
