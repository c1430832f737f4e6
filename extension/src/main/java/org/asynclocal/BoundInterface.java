package org.asynclocal;

import static java.util.Objects.requireNonNull;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** An object of any interface that calls another one with the values of a snapshot. */
record BoundInterface(Values values, Object target) implements InvocationHandler {

  /** The values that an operation is called with. */
  interface Values {
    @Nullable Object call(CallableOp<@Nullable Object, Throwable> op) throws Throwable;
  }

  static <I> I bind(Values values, Class<I> type, I target) {
    requireNonNull(target, "callback");
    if (!requireNonNull(type, "type").isInterface() || type.isSealed() || type.isHidden()) {
      throw new IllegalArgumentException(
          "type: " + type.getName() + " is not an interface that other classes can implement");
    }
    for (Method method : type.getMethods()) {
      if (!isCallable(method, type)) {
        throw new IllegalArgumentException(
            "type: " + type.getName() + " is in a package that its module does not open");
      }
    }
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(), new Class<?>[] {type}, new BoundInterface(values, target)));
  }

  /** Looks before the callback is needed, so that a bad interface is refused when it is bound. */
  private static boolean isCallable(Method method, Class<?> type) {
    boolean exported =
        method
            .getDeclaringClass()
            .getModule()
            .isExported(type.getPackageName(), BoundInterface.class.getModule());
    return exported || method.trySetAccessible();
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method.getName(), args);
    }
    method.trySetAccessible(); // of an interface that is not public
    return values.call(() -> call(method, args));
  }

  private @Nullable Object call(Method method, @Nullable Object @Nullable [] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private Object ofObject(Object proxy, String method, @Nullable Object @Nullable [] args) {
    return switch (method) {
      case "equals" -> args != null && proxy == args[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "bound " + target;
    };
  }
}
