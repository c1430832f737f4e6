/** Storages that the configuration names, opened from the headers of requests and messages. */
@NullMarked
package org.asynclocal.cdi.internal.request;

import org.jspecify.annotations.NullMarked;
