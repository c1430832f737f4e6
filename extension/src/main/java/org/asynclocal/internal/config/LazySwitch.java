package org.asynclocal.internal.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * Something that most applications never use, so that asking for it on each read or run should cost
 * nothing. Until it is used, the compiler takes the answer for a constant; the first use has what
 * was compiled with it compiled anew. It is asked for by a static final field: only there is its
 * own field, as that of a record, a constant too.
 *
 * <p>In a native image nothing is compiled anew, and a method handle is interpreted: there it is
 * taken for used, and who asks has to look for itself.
 */
public record LazySwitch(MutableCallSite site, MethodHandle used) {
  private static final boolean NATIVE_IMAGE =
      System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  /** Of something that was never used. */
  public static LazySwitch create() {
    MutableCallSite site = new MutableCallSite(answer(false));
    return new LazySwitch(site, site.dynamicInvoker());
  }

  /** Returns whether it was ever used. Every thread sees that once {@link #use} has returned. */
  public boolean isUsed() {
    return NATIVE_IMAGE || ask();
  }

  private boolean ask() {
    try {
      return (boolean) used.invokeExact();
    } catch (Throwable impossible) { // what answers is a constant
      throw new AssertionError(impossible);
    }
  }

  /** It is used from now on. */
  public void use() {
    if (!isUsed()) {
      site.setTarget(answer(true));
      MutableCallSite.syncAll(new MutableCallSite[] {site});
    }
  }

  private static MethodHandle answer(boolean answer) {
    return MethodHandles.constant(boolean.class, answer);
  }
}
