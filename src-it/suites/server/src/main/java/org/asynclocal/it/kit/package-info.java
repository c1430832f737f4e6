/**
 * Tests of the server kit's promises on every server: most run inside the server, in a WAR with the
 * kit.
 *
 * <p>A server's module names the server's libraries in the system property {@value
 * org.asynclocal.it.kit.Wars#LIBRARIES} and provides {@link org.asynclocal.it.kit.Logins} as a
 * service.
 */
@NullMarked
package org.asynclocal.it.kit;

import org.jspecify.annotations.NullMarked;
