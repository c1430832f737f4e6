/** Input of any form: what the library takes from people is taken, or refused as documented. */
@NullMarked
package org.asynclocal.fuzz;

import org.jspecify.annotations.NullMarked;
