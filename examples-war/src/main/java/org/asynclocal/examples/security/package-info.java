/** Authentication, with an identity store inside the WAR, so that one file runs on every server. */
@NullMarked
package org.asynclocal.examples.security;

import org.jspecify.annotations.NullMarked;
