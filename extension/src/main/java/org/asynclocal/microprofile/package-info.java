/** The provider for MicroProfile Context Propagation 1.3. */
@NullMarked
package org.asynclocal.microprofile;

import org.jspecify.annotations.NullMarked;
