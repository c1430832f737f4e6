/** Tests of transactions that hold on Payara only. */
@NullMarked
package org.asynclocal.it.payara;

import org.jspecify.annotations.NullMarked;
