/**
 * Storages in CDI.
 *
 * <ul>
 *   <li>{@link org.asynclocal.cdi.StorageName} names the storage to inject; an application has one
 *       of each name.
 *   <li>{@link org.asynclocal.cdi.OpenStorage} binds a value around a business method.
 *   <li>{@link org.asynclocal.cdi.ContextBoundary} marks a method that no request calls, so that it
 *       begins without stores.
 *   <li>{@link org.asynclocal.cdi.RemoteStores} sends stores with messages and receives them.
 * </ul>
 *
 * Without any of these, a request of the Servlet API begins without stores and leaves none behind;
 * its asynchronous dispatches, its error pages and the response of an asynchronous Jakarta REST
 * method see the stores of the request. On Weld, the observers of {@code Event.fireAsync} see the
 * stores of the thread that fired the event.
 */
@NullMarked
package org.asynclocal.cdi;

import org.jspecify.annotations.NullMarked;
