/**
 * The request boundary of asynchronous Jakarta REST methods, and what MicroProfile REST Client
 * sends.
 */
@NullMarked
package org.asynclocal.cdi.internal.rest;

import org.jspecify.annotations.NullMarked;
