/** What users get, compared with what is written about it. */
@NullMarked
package org.asynclocal.published;

import org.jspecify.annotations.NullMarked;
