@NullMarked
package org.asynclocal.it.wildfly.examples;

import org.jspecify.annotations.NullMarked;
