/** The ways to other threads and what each carries. */
@NullMarked
package org.asynclocal.it.quarkus.handoffs;

import org.jspecify.annotations.NullMarked;
