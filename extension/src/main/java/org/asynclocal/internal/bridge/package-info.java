/**
 * Bridges to optional libraries: logging, OpenTelemetry's baggage, Micrometer and MicroProfile
 * Config. Not for applications; changes without notice.
 */
@NullMarked
package org.asynclocal.internal.bridge;

import org.jspecify.annotations.NullMarked;
