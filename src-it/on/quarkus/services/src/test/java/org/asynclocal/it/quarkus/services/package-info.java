/** What fault tolerance and the REST client carry. */
@NullMarked
package org.asynclocal.it.quarkus.services;

import org.jspecify.annotations.NullMarked;
