package org.asynclocal.agent.hub;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Sets a thread local of a thread that is not started yet. */
final class ThreadLocals {
  private static final MethodHandle GET_MAP;
  private static final MethodHandle CREATE_MAP;
  private static final MethodHandle SET;

  static {
    try {
      MethodHandles.Lookup lookup =
          MethodHandles.privateLookupIn(ThreadLocal.class, MethodHandles.lookup());
      Class<?> map = lookup.findClass("java.lang.ThreadLocal$ThreadLocalMap");
      GET_MAP =
          lookup
              .findVirtual(ThreadLocal.class, "getMap", MethodType.methodType(map, Thread.class))
              .asType(MethodType.methodType(Object.class, ThreadLocal.class, Thread.class));
      CREATE_MAP =
          lookup.findVirtual(
              ThreadLocal.class,
              "createMap",
              MethodType.methodType(void.class, Thread.class, Object.class));
      SET =
          MethodHandles.privateLookupIn(map, lookup)
              .findVirtual(
                  map, "set", MethodType.methodType(void.class, ThreadLocal.class, Object.class))
              .asType(
                  MethodType.methodType(void.class, Object.class, ThreadLocal.class, Object.class));
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  private ThreadLocals() {}

  static void set(Thread thread, ThreadLocal<?> local, Object value) {
    try {
      Object map = (Object) GET_MAP.invokeExact((ThreadLocal) local, thread);
      if (map == null) {
        CREATE_MAP.invokeExact((ThreadLocal) local, thread, value);
      } else {
        SET.invokeExact(map, (ThreadLocal) local, value);
      }
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }
}
