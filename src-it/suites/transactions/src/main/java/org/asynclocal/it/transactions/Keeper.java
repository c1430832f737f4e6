package org.asynclocal.it.transactions;

import jakarta.ejb.Singleton;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A singleton session bean, whose methods one caller at a time is in. */
@Singleton
public class Keeper {
  public <T extends @Nullable Object> T required(Callable<T> what) throws Exception {
    return what.call();
  }
}
