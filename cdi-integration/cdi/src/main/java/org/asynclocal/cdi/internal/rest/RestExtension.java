package org.asynclocal.cdi.internal.rest;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.util.AnnotationLiteral;
import java.io.Serial;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Marks the resource methods that may respond after they have returned, on Weld. It names the types
 * of Jakarta REST as strings, for applications without them.
 */
public class RestExtension implements Extension {
  static final String PATH = "jakarta.ws.rs.Path";
  static final String ASYNC_RESPONSE = "jakarta.ws.rs.container.AsyncResponse";

  /**
   * Observes all annotated types, because an application without Jakarta REST cannot be asked for
   * that API's annotations.
   */
  <X> void bind(@Observes @WithAnnotations(Retention.class) ProcessAnnotatedType<X> event) {
    AnnotatedType<X> type = event.getAnnotatedType();
    if (type.getMethods().stream().anyMatch(RestExtension::isAsynchronous) && isResource(type)) {
      event
          .configureAnnotatedType()
          .filterMethods(RestExtension::isAsynchronous)
          .forEach(method -> method.add(new Binding()));
    }
  }

  private static boolean isAsynchronous(AnnotatedMethod<?> annotated) {
    Method method = annotated.getJavaMember();
    return !Modifier.isFinal(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !Modifier.isPrivate(method.getModifiers())
        && (isStage(method.getReturnType())
            || Arrays.stream(method.getParameterTypes())
                .anyMatch(type -> type.getName().equals(ASYNC_RESPONSE)));
  }

  /** Returns whether the method's return type accepts the stage that replaces its own. */
  static boolean isStage(Class<?> type) {
    return CompletionStage.class.isAssignableFrom(type)
        && type.isAssignableFrom(CompletableFuture.class);
  }

  /** Returns whether the type, an interface or a superclass has the annotation of a resource. */
  private static boolean isResource(AnnotatedType<?> type) {
    return !Modifier.isFinal(type.getJavaClass().getModifiers())
        && type.getTypeClosure().stream().anyMatch(RestExtension::hasPath);
  }

  private static boolean hasPath(Type type) {
    return type instanceof Class<?> raw
        && Arrays.stream(raw.getAnnotations())
            .map(Annotation::annotationType)
            .anyMatch(annotation -> annotation.getName().equals(PATH));
  }

  private static final class Binding extends AnnotationLiteral<AsyncResponseBinding>
      implements AsyncResponseBinding {
    @Serial private static final long serialVersionUID = 1L;
  }
}
