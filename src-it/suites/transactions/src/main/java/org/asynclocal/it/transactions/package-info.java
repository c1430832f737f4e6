/**
 * Tests of transactions on every server, which the modules of WildFly and Payara run. A class that
 * ends in {@code Contract} is also extended in Quarkus' module. The rest are the application's
 * beans.
 */
@NullMarked
package org.asynclocal.it.transactions;

import org.jspecify.annotations.NullMarked;
