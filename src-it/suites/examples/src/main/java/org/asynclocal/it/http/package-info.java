/**
 * Checks of the examples over HTTP, with nothing but a client.
 *
 * <p>A module that runs them on a server depends on this one, provides an {@link
 * org.asynclocal.it.http.ExamplesServer} as a service, and lets its test plugin scan this jar.
 * Without one, {@code -Dasynclocal.examples.url=http://host:port/asynclocal/} checks a server that
 * is already running.
 */
@NullMarked
package org.asynclocal.it.http;

import org.jspecify.annotations.NullMarked;
