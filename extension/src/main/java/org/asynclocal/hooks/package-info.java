/**
 * Hooks for the life of asynchronous resources, as Node.js' {@code async_hooks} has them.
 *
 * <ul>
 *   <li>{@link org.asynclocal.hooks.AsyncHooks} creates hooks and returns the current ids.
 *   <li>{@link org.asynclocal.hooks.AsyncHook} is a {@link org.asynclocal.hooks.HookListener} that
 *       can be enabled.
 *   <li>{@link org.asynclocal.hooks.AsyncResource} is a resource, for pools and drivers to use or
 *       extend; {@link org.asynclocal.hooks.ResourceTypes} lists the library's own types.
 *   <li>{@link org.asynclocal.hooks.EventEmitter} and {@link
 *       org.asynclocal.hooks.EventEmitterAsyncResource} are emitters; the latter runs listeners
 *       with the values of the code that created it.
 *   <li>{@link org.asynclocal.hooks.LongStackTraces} adds to a throwable the resources that led to
 *       it.
 * </ul>
 */
@NullMarked
package org.asynclocal.hooks;

import org.jspecify.annotations.NullMarked;
