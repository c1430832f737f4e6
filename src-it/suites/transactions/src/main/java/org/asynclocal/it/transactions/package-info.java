/**
 * What holds of transactions on every server. Each class that ends in {@code Contract} is extended
 * in a server's module, which says how it is run there; the rest are the application's beans.
 */
@NullMarked
package org.asynclocal.it.transactions;

import org.jspecify.annotations.NullMarked;
