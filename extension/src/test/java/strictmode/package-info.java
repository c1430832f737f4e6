/**
 * Outside the library's packages, as users are: frames of the library's own are stripped from the
 * stacks it shows.
 */
@NullMarked
package strictmode;

import org.jspecify.annotations.NullMarked;
