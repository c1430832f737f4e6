/**
 * Bridges to what applications use beside the stores. Each does nothing where its library is absent
 * or where it isn't configured; the guide to configuration has the keys.
 */
@NullMarked
package org.asynclocal.bridge;

import org.jspecify.annotations.NullMarked;
