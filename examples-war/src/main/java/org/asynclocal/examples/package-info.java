/**
 * The examples: a small Jakarta EE application in which every thread that works for a request can
 * read the request. The sources are meant to be copied.
 *
 * <ul>
 *   <li>{@link org.asynclocal.examples.request} binds the store at the edge of each request. Start
 *       reading there.
 *   <li>{@link org.asynclocal.examples.delayed} reads a store when a timer fires.
 *   <li>{@link org.asynclocal.examples.users} reads the request in every layer and on every thread.
 *   <li>{@link org.asynclocal.examples.whoami} reads the caller's identity on all kinds of threads.
 *   <li>{@link org.asynclocal.examples.orders} writes rows on worker threads, in one transaction.
 *   <li>{@link org.asynclocal.examples.resource} propagates a value with a hook instead of a
 *       storage.
 *   <li>{@link org.asynclocal.examples.trace} lists the events of a TCP server's resources.
 *   <li>{@link org.asynclocal.examples.emit} reads the stores on both sides of an event.
 *   <li>{@link org.asynclocal.examples.driver} shows a callback that loses the store, and how to
 *       avoid it.
 *   <li>{@link org.asynclocal.examples.security} defines the demo's users.
 *   <li>{@link org.asynclocal.examples.recording} records the resources that work for one call, and
 *       {@link org.asynclocal.examples.timeline} serves them to the page.
 *   <li>{@link org.asynclocal.examples.barrier} holds calls until enough are in flight, for tests.
 *   <li>{@link org.asynclocal.examples.problem} answers errors with problem details.
 * </ul>
 */
@NullMarked
package org.asynclocal.examples;

import org.jspecify.annotations.NullMarked;
