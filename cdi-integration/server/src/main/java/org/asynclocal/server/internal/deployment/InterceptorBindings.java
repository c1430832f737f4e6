package org.asynclocal.server.internal.deployment;

import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.jboss.weld.interceptor.WeldInvocationContext;

/** The interceptor bindings of a call. */
final class InterceptorBindings {
  private InterceptorBindings() {}

  /** As the container has resolved them, from stereotypes too; as they are declared elsewhere. */
  static <A extends Annotation> Optional<A> find(Class<A> type, InvocationContext invocation) {
    return resolved(type, invocation)
        .or(() -> Optional.ofNullable(invocation.getMethod().getAnnotation(type)))
        .or(() -> Optional.ofNullable(invocation.getTarget().getClass().getAnnotation(type)));
  }

  private static <A extends Annotation> Optional<A> resolved(
      Class<A> type, InvocationContext invocation) {
    Object bindings =
        invocation.getContextData().get(WeldInvocationContext.INTERCEPTOR_BINDINGS_KEY);
    return bindings instanceof Set<?> known
        ? known.stream().filter(type::isInstance).<A>map(type::cast).findFirst()
        : Optional.empty();
  }
}
