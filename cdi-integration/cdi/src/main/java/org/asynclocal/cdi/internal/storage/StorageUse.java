package org.asynclocal.cdi.internal.storage;

import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Provider;
import java.lang.reflect.Constructor;
import java.lang.reflect.Member;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.jspecify.annotations.Nullable;

/**
 * A place of an application that names a storage.
 *
 * @param kind the storage's class; each class has names of its own
 * @param name the storage's name
 * @param type the type of value, in the type model of the caller, in which equal objects are equal
 *     types; null if it is not known
 * @param where the place
 */
public record StorageUse(Class<?> kind, String name, @Nullable Object type, String where) {
  /** The classes of storages that can be injected by name. */
  public static final List<Class<?>> KINDS =
      List.of(AsyncLocalStorage.class, TransactionLocalStorage.class);

  /** Returns the use of a storage at an injection point; empty if it asks for no named storage. */
  public static Optional<StorageUse> of(InjectionPoint point) {
    Type type = provided(point.getType());
    return KINDS.stream()
        .filter(kind -> raw(type) == kind)
        .findFirst()
        .flatMap(kind -> of(kind, type, point));
  }

  private static Optional<StorageUse> of(Class<?> kind, Type type, InjectionPoint point) {
    return point.getQualifiers().stream()
        .filter(StorageName.class::isInstance)
        .map(qualifier -> ((StorageName) qualifier).value())
        .map(name -> new StorageUse(kind, name, argument(type), describe(point)))
        .findFirst();
  }

  /**
   * Returns the type argument; null if there is none, or if it is a wildcard or a type variable.
   */
  public static @Nullable Type argument(Type type) {
    if (!(type instanceof ParameterizedType parameterized)) {
      return null;
    }
    Type argument = parameterized.getActualTypeArguments()[0];
    return argument instanceof WildcardType || argument instanceof TypeVariable ? null : argument;
  }

  /** Returns the raw class, or the type itself if it is not parameterized. */
  public static @Nullable Type raw(Type type) {
    return type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type;
  }

  String typeName() {
    return type instanceof Type known ? known.getTypeName() : String.valueOf(type);
  }

  private static Type provided(Type type) {
    return raw(type) instanceof Class<?> raw
            && Provider.class.isAssignableFrom(raw)
            && type instanceof ParameterizedType parameterized
        ? parameterized.getActualTypeArguments()[0]
        : type;
  }

  private static String describe(InjectionPoint point) {
    Member member = point.getMember();
    if (member == null) {
      return "a look-up by program";
    }
    String name = member.getDeclaringClass().getName();
    if (!(member instanceof Constructor)) {
      name += "." + member.getName();
    }
    return point.getAnnotated() instanceof AnnotatedParameter<?> parameter
        ? name + "(parameter " + (parameter.getPosition() + 1) + ")"
        : name;
  }
}
