/**
 * Node.js' {@code AsyncLocalStorage} for Java.
 *
 * <ul>
 *   <li>{@link org.asynclocal.AsyncLocalStorage} is a value that follows a flow of work across
 *       threads.
 *   <li>{@link org.asynclocal.StorageValues} binds several storages at once.
 *   <li>{@link org.asynclocal.ContextSnapshot} holds the values of all storages at one moment, to
 *       be used again elsewhere.
 *   <li>{@link org.asynclocal.Scope} is a binding for try-with-resources.
 *   <li>{@link org.asynclocal.RunnableOp} and {@link org.asynclocal.CallableOp} are operations that
 *       may throw.
 * </ul>
 */
@NullMarked
package org.asynclocal;

import org.jspecify.annotations.NullMarked;
