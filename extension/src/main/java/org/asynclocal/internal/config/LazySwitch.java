package org.asynclocal.internal.config;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A switch for a feature that most applications never use, so that a check on each read or run
 * costs nothing. Until the feature is used, the compiler treats the answer as a constant; the first
 * use makes it compile the code that depends on it anew. A switch belongs in a static final field:
 * only there are the fields of this record constants too.
 *
 * <p>In a native image nothing is compiled anew, and method handles are interpreted: there the
 * switch is always on, and its users check for themselves.
 */
public record LazySwitch(MutableCallSite site, MethodHandle used) {
  private static final boolean NATIVE_IMAGE =
      System.getProperty("org.graalvm.nativeimage.imagecode") != null;

  /** Creates the switch of a feature that is not used yet. */
  public static LazySwitch create() {
    MutableCallSite site = new MutableCallSite(answer(false));
    return new LazySwitch(site, site.dynamicInvoker());
  }

  /**
   * Returns whether the feature was used. Every thread sees that once {@link #use} has returned.
   */
  public boolean isUsed() {
    return NATIVE_IMAGE || ask();
  }

  private boolean ask() {
    try {
      return (boolean) used.invokeExact();
    } catch (Throwable impossible) { // the target returns a constant
      throw new AssertionError(impossible);
    }
  }

  /** Turns the switch on, for good. */
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
