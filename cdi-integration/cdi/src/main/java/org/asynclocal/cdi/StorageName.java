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
 * Names the storage to inject:
 *
 * <pre>{@code
 * @Inject @StorageName("request") AsyncLocalStorage<Request> request;
 * @Inject @StorageName("order") TransactionLocalStorage<Order> order;
 * }</pre>
 *
 * <p>All injection points with one name in an application get the same {@link
 * org.asynclocal.AsyncLocalStorage} or {@link org.asynclocal.transaction.TransactionLocalStorage},
 * which lives as long as the application. The two types have names of their own. All injection
 * points of a name must agree on the type argument. Deployment fails if two of them differ, if one
 * has no type argument or a wildcard, or if the name is empty; {@code Instance.select} then throws
 * {@link IllegalArgumentException}.
 *
 * <p>A storage made by {@link org.asynclocal.AsyncLocalStorage#named} or another factory method is
 * a different storage, whatever its name.
 *
 * @since 1.0
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

  /** The qualifier for a programmatic lookup with {@code Instance.select}. */
  final class Literal extends AnnotationLiteral<StorageName> implements StorageName {
    @Serial private static final long serialVersionUID = 1L;

    /** The name. */
    private final String value;

    private Literal(String value) {
      this.value = value;
    }

    /**
     * Creates the qualifier.
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
