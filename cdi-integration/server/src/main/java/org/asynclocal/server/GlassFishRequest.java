package org.asynclocal.server;

import jakarta.security.jacc.PolicyContext;
import jakarta.security.jacc.PolicyContextException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request of a thread, as the policy context of GlassFish 7 and Payara 6 has it: Jakarta
 * Security asks that for the caller before it asks for the thread's identity. The public API only
 * reads it.
 */
final class GlassFishRequest {
  private static final String KEY = "jakarta.servlet.http.HttpServletRequest";
  private static final List<String> HANDLERS =
      List.of(
          "com.sun.enterprise.security.jacc.context.PolicyContextHandlerImpl",
          "com.sun.enterprise.security.ee.authorize.PolicyContextHandlerImpl");

  private final Object handler;
  private final Method data;
  private final Method setRequest;

  private GlassFishRequest(Class<?> type) throws ReflectiveOperationException {
    handler = type.getMethod("getInstance").invoke(null);
    data = type.getMethod("getHandlerData");
    setRequest =
        Arrays.stream(data.getReturnType().getMethods())
            .filter(method -> method.getName().equals("setHttpServletRequest"))
            .findFirst()
            .orElseThrow(NoSuchMethodException::new);
  }

  /** Null where the server keeps it otherwise. */
  static @Nullable GlassFishRequest of(ClassLoader application) {
    for (String name : HANDLERS) {
      GlassFishRequest found = of(name, application);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static @Nullable GlassFishRequest of(String name, ClassLoader application) {
    try {
      return new GlassFishRequest(Class.forName(name, true, application));
    } catch (ReflectiveOperationException | LinkageError anotherServer) {
      return null;
    }
  }

  /** Takes the request, if there is one, away from this thread; returns what puts it back. */
  Runnable hide() {
    Object request = request();
    if (request == null) {
      return () -> {};
    }
    set(null);
    return () -> set(request);
  }

  private static @Nullable Object request() {
    try {
      return PolicyContext.getContext(KEY);
    } catch (PolicyContextException e) {
      throw new IllegalStateException("The policy context failed.", e);
    }
  }

  private void set(@Nullable Object request) {
    try {
      setRequest.invoke(data.invoke(handler), request);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The policy context failed.", e);
    }
  }
}
