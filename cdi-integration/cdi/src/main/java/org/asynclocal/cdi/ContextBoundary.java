package org.asynclocal.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a business method, or each one of a class, that no request calls: a timer's callback, a
 * message consumer, a scheduled method, a start-up method.
 *
 * <pre>{@code
 * @Schedule(minute = "*")
 * @ContextBoundary
 * void nightly() { .. }
 * }</pre>
 *
 * <p>The method begins without any store, whatever its thread held before. When it ends, normally
 * or not, the thread holds again what it held before: {@code enterWith} inside lasts for this call
 * and no longer. Tasks that the method gives to managed executors, and operations that it binds,
 * keep its stores as everywhere.
 *
 * <p>Works on beans and on Jakarta Enterprise Beans, in business and timeout methods. It runs
 * outside all other interceptors except those with a priority below {@code PLATFORM_BEFORE}.
 *
 * @since 1.0
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ContextBoundary {}
