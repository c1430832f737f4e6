/** Tests that fail where a store is lost or left behind; needs JUnit 5 on the class path. */
@NullMarked
package org.asynclocal.junit;

import org.jspecify.annotations.NullMarked;
