/** Applications with copies of the library. */
@NullMarked
package org.asynclocal.agent.copies;

import org.jspecify.annotations.NullMarked;
