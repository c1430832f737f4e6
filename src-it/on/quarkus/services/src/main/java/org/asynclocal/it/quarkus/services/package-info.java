/** Fault tolerance and the REST client. */
@NullMarked
package org.asynclocal.it.quarkus.services;

import org.jspecify.annotations.NullMarked;
