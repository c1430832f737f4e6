/**
 * Storages in CDI.
 *
 * <ul>
 *   <li>{@link org.asynclocal.cdi.StorageName} names the storage that is injected, one for each
 *       name and application.
 *   <li>{@link org.asynclocal.cdi.OpenStorage} opens a storage around a business method.
 *   <li>{@link org.asynclocal.cdi.ContextBoundary} lets a method that no request calls begin with
 *       nothing.
 * </ul>
 *
 * Beside these, with nothing to write: a request of the Servlet API begins with nothing and leaves
 * nothing behind, its asynchronous dispatches and error pages have the stores of the request, and
 * so has whatever answers an asynchronous call of Jakarta REST. On Weld the observers of {@code
 * Event.fireAsync} see the stores of the firer.
 */
@NullMarked
package org.asynclocal.cdi;

import org.jspecify.annotations.NullMarked;
