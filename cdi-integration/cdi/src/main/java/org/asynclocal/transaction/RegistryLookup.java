package org.asynclocal.transaction;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/** Finds the transaction registry: by its JNDI name on a server, as a bean on Quarkus. */
final class RegistryLookup {
  /** The specification's name, then those that also work on a thread outside any component. */
  private static final List<String> NAMES =
      List.of(
          "java:comp/TransactionSynchronizationRegistry",
          "java:jboss/TransactionSynchronizationRegistry",
          "java:appserver/TransactionSynchronizationRegistry");

  /**
   * The lookup that succeeded. A server's registry is kept; a bean ends with its container and is
   * looked up again.
   */
  private static volatile @Nullable Supplier<@Nullable TransactionSynchronizationRegistry> way;

  private RegistryLookup() {}

  /** Returns the registry; null if none can be found from this thread. */
  static @Nullable TransactionSynchronizationRegistry find() {
    Supplier<@Nullable TransactionSynchronizationRegistry> known = way;
    TransactionSynchronizationRegistry found = known == null ? null : known.get();
    return found == null ? search() : found;
  }

  private static @Nullable TransactionSynchronizationRegistry search() {
    TransactionSynchronizationRegistry named = named();
    if (named != null) {
      way = () -> named;
      return named;
    }
    TransactionSynchronizationRegistry bean = bean();
    if (bean != null) {
      way = RegistryLookup::bean;
    }
    return bean;
  }

  private static @Nullable TransactionSynchronizationRegistry bean() {
    try {
      Instance<TransactionSynchronizationRegistry> beans =
          CDI.current().select(TransactionSynchronizationRegistry.class);
      return beans.isResolvable() ? beans.get() : null;
    } catch (IllegalStateException noContainer) {
      return null;
    }
  }

  private static @Nullable TransactionSynchronizationRegistry named() {
    return NAMES.stream()
        .map(RegistryLookup::named)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("BanJNDI") // constant names, in the server's own name space
  private static @Nullable TransactionSynchronizationRegistry named(String name) {
    try {
      return InitialContext.doLookup(name);
    } catch (NamingException absent) {
      return null;
    }
  }
}
