/** The idioms of everyday code. */
@NullMarked
package org.asynclocal.agent.idioms;

import org.jspecify.annotations.NullMarked;
