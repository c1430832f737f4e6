/** The request boundary of asynchronous Jakarta REST methods; no API. */
@NullMarked
package org.asynclocal.cdi.rest;

import org.jspecify.annotations.NullMarked;
