/** Events of hooks under the agent. */
@NullMarked
package org.asynclocal.agent.events;

import org.jspecify.annotations.NullMarked;
