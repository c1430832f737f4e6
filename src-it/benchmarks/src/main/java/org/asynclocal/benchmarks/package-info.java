/**
 * The product and its peers, measured side by side. One class per peer, with the cases inherited,
 * so that each peer's benchmark runs through the same code; a peer's storages are static and final,
 * as they are in its users' code.
 */
@NullMarked
package org.asynclocal.benchmarks;

import org.jspecify.annotations.NullMarked;
