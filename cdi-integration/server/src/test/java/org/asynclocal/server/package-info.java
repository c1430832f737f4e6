@NullMarked
package org.asynclocal.server;

import org.jspecify.annotations.NullMarked;
