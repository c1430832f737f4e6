package org.asynclocal.quarkus.internal;

import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;

/**
 * Adds the interceptors of transactional methods, which the jar's index leaves out, to an
 * application that has transactions.
 */
public class TransactionExtension implements BuildCompatibleExtension {
  @Discovery
  void discover(ScannedClasses classes) {
    if (hasTransactions()) {
      classes.add("org.asynclocal.quarkus.internal.RequiredStageInterceptor");
      classes.add("org.asynclocal.quarkus.internal.RequiresNewStageInterceptor");
    }
  }

  private static boolean hasTransactions() {
    try {
      Class.forName(
          "jakarta.transaction.Transactional", false, TransactionExtension.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
