package org.asynclocal.agent.hub;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * A listener of an interface that this module cannot name, as those of the HTTP client, with what
 * was captured where it was handed over. A subscriber that one of its methods returns is carried
 * too.
 */
final class CarriedListener implements InvocationHandler {
  private final Object captured;
  private final Object listener;

  private CarriedListener(Object captured, Object listener) {
    this.captured = captured;
    this.listener = listener;
  }

  static Object of(Object captured, Object listener, Class<?> type) {
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new CarriedListener(captured, listener));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    Object token = Copies.begin(captured);
    try {
      Object result = method.invoke(listener, arguments);
      Class<?> type = method.getReturnType();
      return result != null && type.getName().endsWith("BodySubscriber")
          ? of(captured, result, type)
          : result;
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() == null ? thrown : thrown.getCause();
    } finally {
      Copies.end(token);
    }
  }
}
