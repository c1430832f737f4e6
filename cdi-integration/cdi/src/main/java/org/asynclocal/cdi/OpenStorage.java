package org.asynclocal.cdi;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;

/**
 * Binds a value to a storage around a business method, or around each one of a class:
 *
 * <pre>{@code
 * @OpenStorage(name = "tenant", valueFrom = TenantOfCaller.class)
 * public void importOrders() { .. }
 *
 * @ApplicationScoped
 * class TenantOfCaller implements Supplier<Tenant> {
 *   @Inject Tenants tenants;
 *
 *   public Tenant get() {
 *     return tenants.ofCaller();
 *   }
 * }
 * }</pre>
 *
 * <p>Each call asks the bean {@link #valueFrom} for the value, on the calling thread and before the
 * method; the value may be null. It is bound for the duration of the call, and afterwards the
 * storage holds again what it held before. If the bean throws, the caller gets the exception and
 * the method is not called. If the value depends on the arguments, call {@code
 * AsyncLocalStorage.run} instead.
 *
 * <p>Works on beans and on Jakarta Enterprise Beans, in business and timeout methods. An annotation
 * on the method replaces one on the class. The interceptor runs inside
 * {@code @ActivateRequestContext} and outside {@code @Transactional}.
 *
 * <p>Deployment fails if {@link #valueFrom} is not exactly one bean, or if it supplies another type
 * than the storage holds.
 *
 * @since 1.0
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenStorage {
  /**
   * The storage's name, as in {@link StorageName}.
   *
   * @return a name that is not empty
   */
  @Nonbinding
  String name();

  /**
   * The bean that supplies the value.
   *
   * @return the class of a bean whose type argument for {@link Supplier} is the storage's type
   */
  @Nonbinding
  Class<? extends Supplier<?>> valueFrom();
}
