package org.asynclocal.tck;

import java.util.Map;
import org.eclipse.microprofile.context.ThreadContext;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/** The context of type Application: the thread's context class loader. The TCK expects one. */
public final class ApplicationContextProvider implements ThreadContextProvider {
  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    return snapshot(Thread.currentThread().getContextClassLoader());
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return snapshot(ClassLoader.getSystemClassLoader());
  }

  @Override
  public String getThreadContextType() {
    return ThreadContext.APPLICATION;
  }

  private static ThreadContextSnapshot snapshot(ClassLoader loader) {
    return () -> {
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      Thread.currentThread().setContextClassLoader(loader);
      return () -> Thread.currentThread().setContextClassLoader(before);
    };
  }
}
