/** What holds of transactions, on Payara. */
@NullMarked
package org.asynclocal.it.payara;

import org.jspecify.annotations.NullMarked;
