/** Transactional methods that return what only Quarkus knows. */
@NullMarked
package org.asynclocal.it.quarkus.transactions;

import org.jspecify.annotations.NullMarked;
