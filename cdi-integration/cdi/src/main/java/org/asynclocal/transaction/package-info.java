/**
 * Values that live with a JTA transaction.
 *
 * <ul>
 *   <li>{@link org.asynclocal.transaction.TransactionLocalStorage} holds a value that belongs to
 *       the current transaction, on whichever thread works in it.
 * </ul>
 *
 * It needs only {@link jakarta.transaction.TransactionSynchronizationRegistry}, so it works on
 * every Jakarta EE server, on Quarkus and with a stand-alone transaction manager.
 */
@NullMarked
package org.asynclocal.transaction;

import org.jspecify.annotations.NullMarked;
