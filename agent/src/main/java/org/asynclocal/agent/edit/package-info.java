/** The edits of methods. */
@NullMarked
package org.asynclocal.agent.edit;

import org.jspecify.annotations.NullMarked;
