package org.asynclocal.agent.edit;

/** The classes that the edited code calls, by the names that they have in {@code java.base}. */
public enum HubClass {
  HUB("Hub"),
  POOLS("Pools"),
  KEPT("Kept");

  /** The package that the hub's classes are compiled in. */
  public static final String COMPILED = "org/asynclocal/agent/hub/";

  /** What their names begin with once they are defined. */
  public static final String DEFINED = "java/util/concurrent/AsyncLocal";

  private final String simpleName;

  HubClass(String simpleName) {
    this.simpleName = simpleName;
  }

  /** The internal name. */
  public String internalName() {
    return DEFINED + simpleName;
  }
}
