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
 * Opens a storage around a business method, or around each one of a class:
 *
 * <pre>{@code
 * @OpenStorage(name = "tenant", valueFrom = TenantOfCaller.class)
 * public void importOrders() { .. }
 *
 * @ApplicationScoped
 * class TenantOfCaller implements Supplier<Tenant> { .. }
 * }</pre>
 *
 * <p>The bean {@link #valueFrom} is asked on each call, on the calling thread and before the
 * method; what it gives, possibly null, is bound for the call, and afterwards the storage has again
 * what it had. What the bean throws the caller gets, and the method is not called. A value that
 * depends on the arguments is opened with {@code AsyncLocalStorage.run} instead.
 *
 * <p>Beans, and Jakarta Enterprise Beans in business and timeout methods. An annotation on the
 * method replaces one on the class. The interceptor runs inside {@code @ActivateRequestContext} and
 * outside {@code @Transactional}.
 *
 * <p>At deployment it is an error if {@link #valueFrom} is not exactly one bean, or if it supplies
 * another type than the storage has.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenStorage {
  /**
   * The storage, as {@link StorageName} names it.
   *
   * @return a name that is not empty
   */
  @Nonbinding
  String name();

  /**
   * What supplies the value.
   *
   * @return the class of a bean whose type argument for {@link Supplier} is the storage's type
   */
  @Nonbinding
  Class<? extends Supplier<?>> valueFrom();
}
