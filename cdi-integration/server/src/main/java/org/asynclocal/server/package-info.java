/**
 * MicroProfile Context Propagation for servers that do not ship it: one dependency of a WAR makes
 * {@code @Inject ManagedExecutor} and {@code @Inject ThreadContext} work over the server's own
 * managed threads.
 *
 * <p>{@link org.asynclocal.server.internal.deployment.ServerKitExtension} is the one entry: it
 * finds out which server it runs on, builds the application's context manager from an explicit list
 * of providers and adds the beans. Applications use the MicroProfile API, and of this package
 * {@link org.asynclocal.server.UnfinishedTasks} alone.
 */
@NullMarked
package org.asynclocal.server;

import org.jspecify.annotations.NullMarked;
