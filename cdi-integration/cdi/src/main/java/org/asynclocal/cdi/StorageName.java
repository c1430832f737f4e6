package org.asynclocal.cdi;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.io.Serial;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an application shares a storage:
 *
 * <pre>{@code
 * @Inject @StorageName("request") AsyncLocalStorage<Request> request;
 * @Inject @StorageName("order") TransactionLocalStorage<Order> order;
 * }</pre>
 *
 * <p>All injection points of one name in an application get the same {@link
 * org.asynclocal.AsyncLocalStorage} or {@link org.asynclocal.transaction.TransactionLocalStorage},
 * each with names of its own, which lives as long as the application. They must agree on the type
 * argument: two different ones under one name, no type argument or a wildcard, and an empty name
 * are refused when the application is deployed; in a look-up by program ({@code Instance.select})
 * with an {@link IllegalArgumentException}. A storage made by {@link
 * org.asynclocal.AsyncLocalStorage#named} or its like is another one, whatever its name.
 */
@Qualifier
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE})
public @interface StorageName {
  /**
   * The name.
   *
   * @return a name that is not empty
   */
  @Nonbinding
  String value();

  /** The qualifier for a look-up by program. */
  final class Literal extends AnnotationLiteral<StorageName> implements StorageName {
    @Serial private static final long serialVersionUID = 1L;

    /** The name. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * Makes the qualifier.
     *
     * @param value the name
     * @return the qualifier
     * @throws NullPointerException if the name is null
     */
    public static Literal of(String value) {
      return new Literal(requireNonNull(value, "value"));
    }

    /** The name. */
    @Override
    public String value() {
      return value;
    }
  }
}
