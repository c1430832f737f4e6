package org.asynclocal.cdi;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application of a test's own bean classes, with this module as the bean archive that it is. */
public final class Application implements AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final WeldContainer container;

  private Application(WeldContainer container) {
    this.container = container;
  }

  public static Application of(Class<?>... beans) {
    Weld weld = new Weld("application-" + COUNT.incrementAndGet()).addBeanClasses(beans);
    return new Application(weld.initialize());
  }

  public <T> T get(Class<T> bean) {
    return container.select(bean).get();
  }

  <T> Instance<T> select(TypeLiteral<T> type, String storage) {
    return container.select(type, StorageName.Literal.of(storage));
  }

  @Override
  public void close() {
    container.shutdown();
  }
}
