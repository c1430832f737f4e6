/**
 * The classes that the agent defines in {@code java.base}: see {@link
 * org.asynclocal.agent.hub.Hub}.
 */
@NullMarked
package org.asynclocal.agent.hub;

import org.jspecify.annotations.NullMarked;
