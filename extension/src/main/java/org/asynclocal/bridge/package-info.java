/**
 * Bridges to other libraries: logging, metrics and calls to other processes. A bridge does nothing
 * without its library or its configuration; the guide to configuration lists the keys.
 */
@NullMarked
package org.asynclocal.bridge;

import org.jspecify.annotations.NullMarked;
