/** An agent beside this one. */
@NullMarked
package org.asynclocal.agent.preload;

import org.jspecify.annotations.NullMarked;
