package org.asynclocal.agent.edit;

/** The classes that the edited code calls. */
public enum HubClass {
  HUB("Hub"),
  POOLS("Pools"),
  KEPT("Kept");

  /**
   * The prefix of their internal names. The build renames it, with the classes, to that of {@code
   * java.util.concurrent.AsyncLocal..}, where the hub is defined.
   */
  public static final String PREFIX = "org/asynclocal/agent/hub/";

  private final String simpleName;

  HubClass(String simpleName) {
    this.simpleName = simpleName;
  }

  /** The internal name. */
  public String internalName() {
    return PREFIX + simpleName;
  }
}
