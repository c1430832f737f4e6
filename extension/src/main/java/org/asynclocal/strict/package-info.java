/**
 * Strict mode, which reports where a store was lost and which handoff lost it.
 *
 * <ul>
 *   <li>{@link org.asynclocal.strict.StrictMode} enables it and counts its findings.
 *   <li>{@link org.asynclocal.strict.Finding} is a mistake that it found; {@link
 *       org.asynclocal.strict.Mistake} lists the kinds.
 *   <li>{@link org.asynclocal.strict.Site} is the place of a mistake: its thread, resource and
 *       stack.
 * </ul>
 */
@NullMarked
package org.asynclocal.strict;

import org.jspecify.annotations.NullMarked;
