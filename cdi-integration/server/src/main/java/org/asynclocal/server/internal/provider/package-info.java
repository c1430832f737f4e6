/** The context providers of an application, in order. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.provider;

import org.jspecify.annotations.NullMarked;
