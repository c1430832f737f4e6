package org.asynclocal.cdi.internal.deployment;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.declarations.DeclarationInfo;
import jakarta.enterprise.lang.model.declarations.FieldInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.inject.Provider;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.cdi.internal.storage.StorageUse;

/** Reads a {@link StorageUse} in the type model of build compatible extensions. */
final class BuildTimeUse {
  private BuildTimeUse() {}

  /** Returns the use of a storage at an injection point; empty if it asks for no named storage. */
  static Optional<StorageUse> of(InjectionPointInfo point) {
    Type type = provided(point.type());
    return StorageUse.KINDS.stream()
        .filter(kind -> isA(type, kind))
        .findFirst()
        .flatMap(kind -> of(kind, type, point));
  }

  private static Optional<StorageUse> of(Class<?> kind, Type type, InjectionPointInfo point) {
    return point.qualifiers().stream()
        .filter(qualifier -> qualifier.name().equals(StorageName.class.getName()))
        .map(AnnotationInfo::value)
        .map(
            name ->
                new StorageUse(
                    kind,
                    name.asString(),
                    argument(List.of(type), kind).orElse(null),
                    describe(point.declaration())))
        .findFirst();
  }

  /**
   * Returns the type argument for the generic class, unless it is a wildcard or a type variable.
   */
  static Optional<Type> argument(Collection<Type> types, Class<?> generic) {
    return types.stream()
        .filter(type -> type.isParameterizedType() && isA(type, generic))
        .map(type -> type.asParameterizedType().typeArguments().get(0))
        .filter(argument -> !argument.isWildcardType() && !argument.isTypeVariable())
        .findFirst();
  }

  /** Returns the name of the raw class. */
  static String raw(Type type) {
    return switch (type.kind()) {
      case PARAMETERIZED_TYPE -> type.asParameterizedType().declaration().name();
      case CLASS -> type.asClass().declaration().name();
      default -> type.toString();
    };
  }

  private static boolean isA(Type type, Class<?> expected) {
    return raw(type).equals(expected.getName());
  }

  private static Type provided(Type type) {
    return argument(List.of(type), Instance.class)
        .or(() -> argument(List.of(type), Provider.class))
        .orElse(type);
  }

  private static String describe(DeclarationInfo declaration) {
    if (declaration.isField()) {
      FieldInfo field = declaration.asField();
      return field.declaringClass().name() + "." + field.name();
    }
    MethodInfo method = declaration.asParameter().declaringMethod();
    String name = method.declaringClass().name();
    return (method.isConstructor() ? name : name + "." + method.name())
        + "(parameter "
        + declaration.asParameter().name()
        + ")";
  }
}
