/**
 * The examples: a small Jakarta EE application in which every thread that works for a request knows
 * the request.
 *
 * <ul>
 *   <li>{@link org.asynclocal.examples.request} opens the store at the edge of each request: start
 *       reading there.
 *   <li>{@link org.asynclocal.examples.delayed} reads a store after a timer.
 *   <li>{@link org.asynclocal.examples.users} reads the request in every layer and on every thread.
 *   <li>{@link org.asynclocal.examples.whoami} asks for the caller's identity on all kinds of
 *       threads.
 *   <li>{@link org.asynclocal.examples.orders} writes on workers, in one transaction.
 *   <li>{@link org.asynclocal.examples.resource} reads a value from what runs when a timer fires.
 *   <li>{@link org.asynclocal.examples.trace} lists what happens to a TCP server's resources.
 *   <li>{@link org.asynclocal.examples.emit} reads the stores on both sides of an event.
 *   <li>{@link org.asynclocal.examples.driver} loses the store, for once.
 *   <li>{@link org.asynclocal.examples.security} has the demo's users.
 *   <li>{@link org.asynclocal.examples.recording} records the resources that work for one call, and
 *       {@link org.asynclocal.examples.timeline} tells them to the page.
 *   <li>{@link org.asynclocal.examples.together} lets calls wait for each other.
 *   <li>{@link org.asynclocal.examples.problem} turns what goes wrong into problem details.
 * </ul>
 */
@NullMarked
package org.asynclocal.examples;

import org.jspecify.annotations.NullMarked;
