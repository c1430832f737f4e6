package org.asynclocal.internal.bridge;

import io.micrometer.context.ThreadLocalAccessor;
import org.asynclocal.internal.context.HeldFrame;

/**
 * Carries all storages in Micrometer's context propagation, for Reactor and other libraries that
 * capture with it. Found as a service; stateless.
 *
 * <p>A scope of Micrometer that is closed on another thread than it was opened on leaves that
 * thread alone.
 */
public final class StoresAccessor implements ThreadLocalAccessor<HeldFrame> {
  /** The key of the storages in a captured context. */
  public static final String KEY = "org.asynclocal.stores";

  /** Made by the service loader. */
  public StoresAccessor() {}

  @Override
  public Object key() {
    return KEY;
  }

  @Override
  public HeldFrame getValue() {
    return HeldFrame.current();
  }

  @Override
  public void setValue(HeldFrame captured) {
    captured.put();
  }

  @Override
  public void setValue() {
    HeldFrame.putNothing();
  }

  @Override
  public void restore(HeldFrame before) {
    before.restore();
  }

  @Override
  public void restore() {
    HeldFrame.putNothing();
  }
}
