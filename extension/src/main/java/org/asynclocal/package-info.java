/**
 * Node.js' {@code AsyncLocalStorage} for Java.
 *
 * <ul>
 *   <li>{@link org.asynclocal.AsyncLocalStorage} is a value that follows a flow of work over
 *       threads.
 *   <li>{@link org.asynclocal.ContextSnapshot} is all of them at one moment, to be replayed
 *       elsewhere.
 *   <li>{@link org.asynclocal.Scope} is a binding for try-with-resources.
 *   <li>{@link org.asynclocal.RunnableOp} and {@link org.asynclocal.CallableOp} are operations that
 *       may throw.
 * </ul>
 */
@NullMarked
package org.asynclocal;

import org.jspecify.annotations.NullMarked;
