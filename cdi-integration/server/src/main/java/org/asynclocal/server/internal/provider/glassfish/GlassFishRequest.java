package org.asynclocal.server.internal.provider.glassfish;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request of a thread, as the policy context has it: on GlassFish and Payara, Jakarta Security
 * asks that for the caller before it asks for the thread's identity. The public API only reads it.
 */
final class GlassFishRequest {
  private static final String GLASSFISH_7 =
      "com.sun.enterprise.security.ee.authorize.PolicyContextHandlerImpl";
  private static final String PAYARA_6 =
      "com.sun.enterprise.security.jacc.context.PolicyContextHandlerImpl";
  private static final String PAYARA_7 =
      "com.sun.enterprise.security.ee.authorization.WebAuthorizationManagerService";

  private final Supplier<@Nullable Object> get;
  private final Consumer<@Nullable Object> set;

  GlassFishRequest(Supplier<@Nullable Object> get, Consumer<@Nullable Object> set) {
    this.get = get;
    this.set = set;
  }

  /**
   * Links to where this server keeps it.
   *
   * @throws LinkageError if that is nowhere expected
   */
  static GlassFishRequest of(ClassLoader application) {
    LinkageError unlike = new NoClassDefFoundError(PAYARA_7);
    for (String handler : new String[] {GLASSFISH_7, PAYARA_6}) {
      try {
        return inHandler(Class.forName(handler, true, application));
      } catch (ReflectiveOperationException anotherServer) {
        unlike.addSuppressed(anotherServer);
      }
    }
    try {
      return inThreadLocal(Class.forName(PAYARA_7, true, application));
    } catch (ReflectiveOperationException | RuntimeException e) {
      unlike.addSuppressed(e);
      throw unlike;
    }
  }

  private static GlassFishRequest inHandler(Class<?> type) throws ReflectiveOperationException {
    Object handler = type.getMethod("getInstance").invoke(null);
    Method data = type.getMethod("getHandlerData");
    Method get = data.getReturnType().getMethod("get", String.class);
    Method set =
        Arrays.stream(data.getReturnType().getMethods())
            .filter(method -> method.getName().equals("setHttpServletRequest"))
            .findFirst()
            .orElseThrow(NoSuchMethodException::new);
    return new GlassFishRequest(
        () -> call(get, call(data, handler), "jakarta.servlet.http.HttpServletRequest"),
        request -> call(set, call(data, handler), request));
  }

  @SuppressWarnings("unchecked") // what is set was there before, or is null
  private static GlassFishRequest inThreadLocal(Class<?> type) throws ReflectiveOperationException {
    Field field = type.getDeclaredField("currentRequest");
    field.setAccessible(true);
    ThreadLocal<@Nullable Object> request = (ThreadLocal<@Nullable Object>) field.get(null);
    return new GlassFishRequest(request::get, request::set);
  }

  private static @Nullable Object call(
      Method method, @Nullable Object on, @Nullable Object... arguments) {
    try {
      return method.invoke(on, arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The policy context failed.", e);
    }
  }

  /** Takes the request, if there is one, away from this thread; returns what puts it back. */
  Runnable hide() {
    Object request = get.get();
    if (request == null) {
      return () -> {};
    }
    set.accept(null);
    return () -> set.accept(request);
  }
}
