/**
 * Strict mode: says where a store was lost, and which handoff lost it.
 *
 * <ul>
 *   <li>{@link org.asynclocal.strict.StrictMode} turns it on and off, and counts.
 *   <li>{@link org.asynclocal.strict.Finding} is one finding; {@link org.asynclocal.strict.Mistake}
 *       says of what kind.
 *   <li>{@link org.asynclocal.strict.Site} is a place: a thread, a resource, a stack.
 * </ul>
 */
@NullMarked
package org.asynclocal.strict;

import org.jspecify.annotations.NullMarked;
