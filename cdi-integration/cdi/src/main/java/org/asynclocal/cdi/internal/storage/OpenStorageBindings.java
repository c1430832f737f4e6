package org.asynclocal.cdi.internal.storage;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.asynclocal.cdi.OpenStorage;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code @OpenStorage} where CDI allows it: on the element itself or on one of its
 * annotations.
 */
public final class OpenStorageBindings {
  private OpenStorageBindings() {}

  static Optional<OpenStorage> on(AnnotatedElement element) {
    return on(Arrays.asList(element.getAnnotations()));
  }

  /**
   * Finds the annotation on the class that the container derived from the bean's, or on the nearest
   * superclass.
   */
  static Optional<OpenStorage> onClass(Class<?> type) {
    Class<?> parent = type.getSuperclass();
    return parent == null ? Optional.empty() : on(type).or(() -> onClass(parent));
  }

  public static Optional<OpenStorage> on(Collection<Annotation> annotations) {
    return Optional.ofNullable(find(annotations.stream(), new HashSet<>()));
  }

  private static @Nullable OpenStorage find(Stream<Annotation> annotations, Set<Object> seen) {
    return annotations
        .map(annotation -> find(annotation, seen))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable OpenStorage find(Annotation annotation, Set<Object> seen) {
    if (annotation instanceof OpenStorage found) {
      return found;
    }
    Class<? extends Annotation> type = annotation.annotationType();
    return seen.add(type) ? find(Arrays.stream(type.getAnnotations()), seen) : null;
  }
}
