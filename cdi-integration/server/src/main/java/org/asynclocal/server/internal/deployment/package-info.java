/**
 * The deployment of an application: the CDI extension, the injection points, and the interceptors
 * that it registers. Not for applications.
 */
@NullMarked
package org.asynclocal.server.internal.deployment;

import org.jspecify.annotations.NullMarked;
