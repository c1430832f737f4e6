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
 * Finds the resource methods whose answer may come after they have returned, on Weld. Knows the
 * types of Jakarta REST by name only, for applications without it.
 */
public class RestExtension implements Extension {
  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String ASYNC_RESPONSE = "jakarta.ws.rs.container.AsyncResponse";

  /** Any annotation will do: an application without Jakarta REST can't be asked for those of it. */
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

  /** Whether the method's caller takes the stage that we put in the place of the method's own. */
  static boolean isStage(Class<?> type) {
    return CompletionStage.class.isAssignableFrom(type)
        && type.isAssignableFrom(CompletableFuture.class);
  }

  /** Resources may have their annotations on an interface or a superclass. */
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
