package org.asynclocal.cdi.internal.rest;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.MethodConfig;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Stream;

/** Marks the resource methods that may respond after they have returned, on Arc. */
@SkipIfPortableExtensionPresent(RestExtension.class)
public class BuildTimeRestExtension implements BuildCompatibleExtension {
  private static final Set<String> STAGES =
      Set.of("java.util.concurrent.CompletionStage", "java.util.concurrent.CompletableFuture");

  @Enhancement(types = Object.class, withSubtypes = true)
  void bind(ClassConfig type) {
    if (isLoadableResource(type.info())) {
      for (MethodConfig method : type.methods()) {
        if (isAsynchronous(method.info())) {
          method.addAnnotation(AsyncResponseBinding.class);
        }
      }
    }
  }

  private static boolean isAsynchronous(MethodInfo method) {
    int modifiers = method.modifiers();
    return !Modifier.isFinal(modifiers)
        && !Modifier.isStatic(modifiers)
        && !Modifier.isPrivate(modifiers)
        && (STAGES.contains(raw(method.returnType()))
            || method.parameters().stream()
                .anyMatch(parameter -> raw(parameter.type()).equals(RestExtension.ASYNC_RESPONSE)));
  }

  /** Returns false also for a class with a supertype that is absent, which Arc fails to inspect. */
  private static boolean isLoadableResource(ClassInfo type) {
    try {
      return isResource(type);
    } catch (NullPointerException absent) {
      return false;
    }
  }

  /** Returns whether the class, an interface or a superclass has the annotation of a resource. */
  private static boolean isResource(ClassInfo type) {
    if (type.hasAnnotation(BuildTimeRestExtension::isPath)) {
      return true;
    }
    ClassInfo parent = type.superClassDeclaration();
    return Stream.concat(Stream.ofNullable(parent), type.superInterfacesDeclarations().stream())
        .anyMatch(BuildTimeRestExtension::isResource);
  }

  /** Returns false also for an annotation that is absent, which Arc has no name for. */
  private static boolean isPath(AnnotationInfo annotation) {
    try {
      return annotation.name().equals(RestExtension.PATH);
    } catch (IllegalStateException absent) {
      return false;
    }
  }

  private static String raw(Type type) {
    return switch (type.kind()) {
      case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
      case CLASS -> type.asClass().declaration().name();
      default -> "";
    };
  }
}
