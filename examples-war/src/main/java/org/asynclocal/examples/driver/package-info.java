/**
 * A driver that runs callbacks on its own threads: how it keeps the caller's store, and how it
 * loses it.
 */
@NullMarked
package org.asynclocal.examples.driver;

import org.jspecify.annotations.NullMarked;
