package org.asynclocal.cdi.internal;

import org.asynclocal.internal.config.Message;

/** The messages of the CDI integration. Each id has its section in the troubleshooting guide. */
public final class CdiMessages {
  public static final Message TWO_TYPES =
      new Message(
          "ASYNCLOCAL-050",
          "The storage '%s' holds %s in %s, but %s in %s.",
          "Use the same type everywhere, or use another name.");

  public static final Message EMPTY_NAME =
      new Message("ASYNCLOCAL-051", "The storage in %s has an empty name.", "Name the storage.");

  public static final Message NO_TYPE =
      new Message(
          "ASYNCLOCAL-052",
          "The storage '%s' in %s has no type argument that can be compared.",
          "Give its type an argument that is a class, not a wildcard or a type variable.");

  public static final Message NO_SUPPLIER =
      new Message(
          "ASYNCLOCAL-053",
          "@OpenStorage for the storage '%s' in %s takes its value from %s, which is not exactly"
              + " one bean that implements Supplier of a class.",
          "Give the supplier a scope, for example @ApplicationScoped, and a type argument. Name a"
              + " class that has no subclasses that are beans.");

  public static final Message TWO_COPIES =
      new Message(
          "ASYNCLOCAL-054",
          "The application sees more than one copy of the library, and each copy would have its own"
              + " storages: %s.",
          "Keep one copy, in WEB-INF/lib or in the EAR's lib folder.");

  public static final Message NO_BINDING =
      new Message(
          "ASYNCLOCAL-055",
          "@OpenStorage intercepts %s, but neither the method nor its class has the annotation.",
          "Put the annotation on the method, the class, or a stereotype of the class.");

  /** Reports an unknown value of the parameter that switches the request boundary off. */
  public static final Message UNKNOWN_SWITCH =
      new Message(
          "ASYNCLOCAL-056",
          "The context parameter '%s' of the web application is '%s'.",
          "Set it to true or false. Without it, the boundary is on.");

  private CdiMessages() {}
}
