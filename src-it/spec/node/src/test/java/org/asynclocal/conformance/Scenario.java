package org.asynclocal.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method as the body of a scenario: {@code static Object body(Stage stage)}. It does in
 * Java what the scenario's steps say and returns what it observed: strings, numbers, booleans,
 * throwables or lists of those, {@code "undefined"} where there was no value.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Scenario {
  /** The scenario's id. */
  String value();
}
