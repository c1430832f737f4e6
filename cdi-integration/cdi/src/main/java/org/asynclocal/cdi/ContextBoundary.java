package org.asynclocal.cdi;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method, or each business method of the class, is an entry without a request: a timer's
 * callback, a message consumer, a scheduled method, a start-up.
 *
 * <pre>{@code
 * @Schedule(minute = "*")
 * @ContextBoundary
 * void nightly() { .. }
 * }</pre>
 *
 * <p>It begins without any store, whatever the thread had, and when it ends, in whatever way, the
 * thread has again what it had: {@code enterWith} inside lasts for this call and no longer. What it
 * hands to managed executors or binds keeps its stores, as everywhere.
 *
 * <p>Beans, and Jakarta Enterprise Beans in business and timeout methods. The outermost
 * interceptor, save for those of a priority below {@code PLATFORM_BEFORE}.
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ContextBoundary {}
