package org.asynclocal.server.internal.provider.glassfish;

import org.jspecify.annotations.Nullable;

/** Has the shape of GlassFish's class and its trap: a new thread inherits its creator's caller. */
public final class GlassFishContext {
  private static final InheritableThreadLocal<@Nullable GlassFishContext> CURRENT =
      new InheritableThreadLocal<>();
  private static final GlassFishContext ANONYMOUS = new GlassFishContext("anonymous");

  private final String name;

  public GlassFishContext(String name) {
    this.name = name;
  }

  public static GlassFishContext getDefaultSecurityContext() {
    return ANONYMOUS;
  }

  public static GlassFishContext getCurrent() {
    GlassFishContext current = CURRENT.get();
    return current == null ? ANONYMOUS : current;
  }

  public static void setCurrent(GlassFishContext context) {
    CURRENT.set(context);
  }

  @Override
  public String toString() {
    return name;
  }
}
