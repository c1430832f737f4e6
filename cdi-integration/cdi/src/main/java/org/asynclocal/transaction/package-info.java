/**
 * Values that live with a JTA transaction.
 *
 * <ul>
 *   <li>{@link org.asynclocal.transaction.TransactionLocalStorage} is a value that belongs to the
 *       current transaction, on whatever thread that is.
 * </ul>
 *
 * It stands on {@link jakarta.transaction.TransactionSynchronizationRegistry} alone, so it serves
 * on every server of Jakarta EE, on Quarkus and beside a transaction manager of one's own.
 */
@NullMarked
package org.asynclocal.transaction;

import org.jspecify.annotations.NullMarked;
