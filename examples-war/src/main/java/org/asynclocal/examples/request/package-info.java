/**
 * The middleware: a filter binds the storage {@code request} once, and all code that works for the
 * request reads it, without a parameter that passes it on.
 */
@NullMarked
package org.asynclocal.examples.request;

import org.jspecify.annotations.NullMarked;
