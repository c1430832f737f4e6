/** Settings and the catalogue of messages. Not for applications; changes without notice. */
@NullMarked
package org.asynclocal.internal.config;

import org.jspecify.annotations.NullMarked;
