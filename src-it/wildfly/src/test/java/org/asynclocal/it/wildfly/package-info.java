/** The server kit on a real WildFly: each test runs inside the server, in a WAR with the kit. */
@NullMarked
package org.asynclocal.it.wildfly;

import org.jspecify.annotations.NullMarked;
