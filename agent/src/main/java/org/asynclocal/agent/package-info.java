/** The agent: its start, the table of targets and how they are edited. */
@NullMarked
package org.asynclocal.agent;

import org.jspecify.annotations.NullMarked;
