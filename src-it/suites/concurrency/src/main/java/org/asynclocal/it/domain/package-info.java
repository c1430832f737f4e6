/**
 * Starts Payara and GlassFish for tests: a domain of its own on loopback and free ports, and always
 * stopped.
 *
 * <p>A module registers {@link org.asynclocal.it.domain.DomainSession} as a JUnit launcher session
 * listener and names the server's folder in the system property {@value
 * org.asynclocal.it.domain.DomainSession#HOME}.
 */
@NullMarked
package org.asynclocal.it.domain;

import org.jspecify.annotations.NullMarked;
