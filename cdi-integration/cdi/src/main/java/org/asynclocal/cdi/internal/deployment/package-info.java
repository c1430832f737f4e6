/**
 * The extensions that check an application when it is built or deployed, and what its start
 * switches on.
 */
@NullMarked
package org.asynclocal.cdi.internal.deployment;

import org.jspecify.annotations.NullMarked;
