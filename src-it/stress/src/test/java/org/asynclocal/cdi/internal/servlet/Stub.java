package org.asynclocal.cdi.internal.servlet;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object of the Servlet API that keeps attributes and parameters, and has nothing else. */
final class Stub implements InvocationHandler {
  private final Map<Object, Object> kept = new HashMap<>();

  private Stub() {}

  static <T> T of(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(Stub.class.getClassLoader(), new Class<?>[] {type}, new Stub()));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    if (arguments != null && arguments.length == 2 && method.getName().startsWith("set")) {
      kept.put(arguments[0], arguments[1]);
    }
    if (arguments != null && arguments.length == 1 && method.getName().startsWith("get")) {
      return kept.get(arguments[0]);
    }
    return method.getReturnType() == boolean.class ? Boolean.FALSE : null;
  }
}
