package org.asynclocal.server.internal.liberty;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;

/**
 * The application's class loader, by which the server's Context Propagation finds the {@link
 * StageGuard} among the application's providers. Nothing else has it, so what the application
 * builds itself is not guarded.
 */
final class GuardedLoader extends ClassLoader {
  private static final String SERVICE =
      "META-INF/services/" + ThreadContextProvider.class.getName();
  private static final String GUARD = "META-INF/asynclocal/stage-guard";

  GuardedLoader(ClassLoader application) {
    super(application);
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    return name.equals(SERVICE) ? getParent().getResources(GUARD) : Collections.emptyEnumeration();
  }
}
