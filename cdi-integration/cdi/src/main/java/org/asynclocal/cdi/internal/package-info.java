/** The messages of the CDI integration; each package below this one has one concern. */
@NullMarked
package org.asynclocal.cdi.internal;

import org.jspecify.annotations.NullMarked;
