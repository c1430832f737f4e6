/**
 * The requirements of both specifications for a context type and its runtime, as tests. A module
 * that runs a server extends {@link org.asynclocal.contract.PropagationContract} and {@link
 * org.asynclocal.contract.ProviderContract}, and hands in the {@link
 * org.asynclocal.contract.ContextRuntime} that it has. {@link org.asynclocal.contract.Mutation}
 * breaks one mechanism in a class file, to see that the tests notice.
 */
@NullMarked
package org.asynclocal.contract;

import org.jspecify.annotations.NullMarked;
