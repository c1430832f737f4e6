/**
 * The middleware: a filter opens the store {@code request} once, and whatever works for the request
 * reads it. Nobody passes it on.
 */
@NullMarked
package org.asynclocal.examples.request;

import org.jspecify.annotations.NullMarked;
