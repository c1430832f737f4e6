/** The extension for JUnit 5 that fails a test if it loses a store or leaves one behind. */
@NullMarked
package org.asynclocal.junit;

import org.jspecify.annotations.NullMarked;
