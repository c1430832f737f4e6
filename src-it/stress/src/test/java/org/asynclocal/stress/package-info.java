/** What two threads may see of each other. Everything that is not named as allowed is forbidden. */
@NullMarked
package org.asynclocal.stress;

import org.jspecify.annotations.NullMarked;
