package org.asynclocal.cdi.internal.storage;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.asynclocal.cdi.internal.CdiMessages;
import org.jspecify.annotations.Nullable;

/**
 * Holds the first use of each storage name and compares the types of later ones with it.
 * Thread-safe.
 */
public final class StorageTypes {
  private final ConcurrentMap<Key, StorageUse> first = new ConcurrentHashMap<>();

  /**
   * Records a use.
   *
   * @return the problem, if the use is invalid or disagrees with the first one
   */
  public Optional<String> note(StorageUse use) {
    if (use.name().isEmpty()) {
      return Optional.of(CdiMessages.EMPTY_NAME.text(use.where()));
    }
    Object type = use.type();
    if (type == null) {
      return Optional.of(CdiMessages.NO_TYPE.text(use.name(), use.where()));
    }
    StorageUse earlier = first.putIfAbsent(new Key(use.kind(), use.name()), use);
    if (earlier == null || type.equals(earlier.type())) {
      return Optional.empty();
    }
    return Optional.of(
        CdiMessages.TWO_TYPES.text(
            use.name(), earlier.typeName(), earlier.where(), use.typeName(), use.where()));
  }

  private record Key(Class<?> kind, String name) {

    /**
     * Written out, like {@code hashCode}, because the generated methods of a record leave the
     * application's class loader in a cache of JDK 17 that outlives the application.
     */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && kind == key.kind && name.equals(key.name);
    }

    @Override
    public int hashCode() {
      return Objects.hash(kind, name);
    }
  }
}
