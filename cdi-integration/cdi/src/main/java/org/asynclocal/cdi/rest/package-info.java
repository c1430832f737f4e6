/** The filter that sends stores with the requests of a Jakarta REST client. */
@NullMarked
package org.asynclocal.cdi.rest;

import org.jspecify.annotations.NullMarked;
