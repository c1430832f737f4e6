/**
 * The request boundary of asynchronous Jakarta REST methods, and what REST clients send.
 * Applications use {@link SendStores} alone.
 */
@NullMarked
package org.asynclocal.cdi.rest;

import org.jspecify.annotations.NullMarked;
