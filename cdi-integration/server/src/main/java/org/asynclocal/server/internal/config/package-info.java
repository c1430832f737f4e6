/** The configuration of executors and thread contexts. Not for applications. */
@NullMarked
package org.asynclocal.server.internal.config;

import org.jspecify.annotations.NullMarked;
