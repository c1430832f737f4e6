package org.asynclocal.server.internal.provider.cdi;

import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.InjectionPoint;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The scopes that an application uses: those of its beans, and that of a bean of the container's
 * own that it injects. The container's are in every application, so they do not count by
 * themselves.
 */
public final class UsedScopes {
  private static final String CONTAINER = "org.jboss.weld.";

  /** The container's beans that live in a scope or change it, by the names of their types. */
  private static final Map<String, Class<? extends Annotation>> BUILT_IN =
      Map.of(
          "jakarta.servlet.http.HttpSession", SessionScoped.class,
          "jakarta.enterprise.context.Conversation", ConversationScoped.class);

  private final Set<Class<? extends Annotation>> used = new HashSet<>();

  /** The application may have the bean. */
  public void add(Bean<?> bean) {
    if (!bean.getBeanClass().getName().startsWith(CONTAINER)) {
      used.add(bean.getScope());
    }
  }

  /** The application injects a bean there, or an {@code Instance} of one. */
  public void add(InjectionPoint point) {
    String type = point.getType().getTypeName();
    BUILT_IN.forEach(
        (name, scope) -> {
          if (type.equals(name) || type.contains("<" + name + ">")) {
            used.add(scope);
          }
        });
  }

  boolean has(Class<? extends Annotation> scope) {
    return used.contains(scope);
  }
}
