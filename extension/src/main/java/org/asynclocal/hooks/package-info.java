/**
 * Node.js' {@code async_hooks} for Java: the life of every asynchronous resource can be watched.
 *
 * <ul>
 *   <li>{@link org.asynclocal.hooks.AsyncHooks} makes hooks and tells the current ids.
 *   <li>{@link org.asynclocal.hooks.AsyncHook} is a {@link org.asynclocal.hooks.HookListener} that
 *       can be enabled.
 *   <li>{@link org.asynclocal.hooks.AsyncResource} is a resource, also for those to extend who
 *       write a pool or an emitter.
 *   <li>{@link org.asynclocal.hooks.EventEmitter} and {@link
 *       org.asynclocal.hooks.EventEmitterAsyncResource} are emitters, the latter bound to where it
 *       was made.
 *   <li>{@link org.asynclocal.hooks.LongStackTraces} tells a throwable which resources led to it.
 * </ul>
 */
@NullMarked
package org.asynclocal.hooks;

import org.jspecify.annotations.NullMarked;
