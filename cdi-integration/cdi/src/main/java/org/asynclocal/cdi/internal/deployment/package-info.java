/**
 * Extensions that check an application when it is built or deployed, and the bean that applies its
 * configuration at start.
 */
@NullMarked
package org.asynclocal.cdi.internal.deployment;

import org.jspecify.annotations.NullMarked;
