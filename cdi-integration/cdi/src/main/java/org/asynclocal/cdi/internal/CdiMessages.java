package org.asynclocal.cdi.internal;

import org.asynclocal.internal.config.Message;

/** The CDI side's messages. Each id has its section in the troubleshooting guide. */
public final class CdiMessages {
  public static final Message TWO_TYPES =
      new Message(
          "ASYNCLOCAL-050",
          "The storage '%s' holds %s in %s, but %s in %s.",
          "Use one type wherever the storage is named, or another name.");

  public static final Message EMPTY_NAME =
      new Message("ASYNCLOCAL-051", "The storage in %s has an empty name.", "Name the storage.");

  public static final Message NO_TYPE =
      new Message(
          "ASYNCLOCAL-052",
          "The storage '%s' in %s does not say what it holds.",
          "Give its Java type a type argument that is a class, no wildcard and no type variable.");

  public static final Message NO_SUPPLIER =
      new Message(
          "ASYNCLOCAL-053",
          "The storage '%s' that is opened in %s gets its value from %s, which is not exactly one"
              + " bean that is a Supplier of a class.",
          "Give the supplier a scope, for example @ApplicationScoped, and a type argument, and name"
              + " a class without subclasses that are beans.");

  public static final Message TWO_COPIES =
      new Message(
          "ASYNCLOCAL-054",
          "The application sees more than one copy of the library, whose storages would not know"
              + " each other: %s.",
          "Leave one copy: in WEB-INF/lib, or in the EAR's lib folder.");

  public static final Message NO_BINDING =
      new Message(
          "ASYNCLOCAL-055",
          "%s is intercepted for @OpenStorage, but neither the method nor its class is annotated"
              + " with it.",
          "Write the annotation on the method, the class, or a stereotype of the class.");

  /** An unknown value of the parameter that switches the request boundary off. */
  public static final Message UNKNOWN_SWITCH =
      new Message(
          "ASYNCLOCAL-056",
          "The context parameter '%s' of the web application is '%s'.",
          "Set it to true or false, or leave it out, which means true.");

  private CdiMessages() {}
}
