/**
 * A controller, a service and a repository. Each reads the request from the store, on whatever
 * thread it runs; no method passes it on.
 */
@NullMarked
package org.asynclocal.examples.users;

import org.jspecify.annotations.NullMarked;
