package org.asynclocal.it.transactions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.asynclocal.cdi.StorageName;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** The application's service: methods by what they want of the transaction. */
@ApplicationScoped
public class Work {
  @Inject ManagedExecutor executor;
  @Inject Instance<TransactionSynchronizationRegistry> registries;

  @Inject
  @StorageName("injected")
  TransactionLocalStorage<String> injected;

  public TransactionLocalStorage<String> injected() {
    return injected;
  }

  public ManagedExecutor executor() {
    return executor;
  }

  @Transactional
  public <T extends @Nullable Object> T required(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional(TxType.REQUIRES_NEW)
  public <T extends @Nullable Object> T requiresNew(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional(TxType.MANDATORY)
  public <T extends @Nullable Object> T mandatory(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional(TxType.SUPPORTS)
  public <T extends @Nullable Object> T supports(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional(TxType.NOT_SUPPORTED)
  public <T extends @Nullable Object> T notSupported(Callable<T> work) throws Exception {
    return work.call();
  }

  @Transactional
  public <T> CompletionStage<T> requiredStage(Supplier<CompletionStage<T>> work) {
    return work.get();
  }

  @Transactional(TxType.REQUIRES_NEW)
  public <T> CompletionStage<T> requiresNewStage(Supplier<CompletionStage<T>> work) {
    return work.get();
  }

  @Transactional(dontRollbackOn = Harmless.class)
  public <T> CompletionStage<T> tolerantStage(Supplier<CompletionStage<T>> work) {
    return work.get();
  }

  @Transactional(rollbackOn = Grave.class)
  public <T> CompletionStage<T> strictStage(Supplier<CompletionStage<T>> work) {
    return work.get();
  }

  /** The server's own registry. */
  @SuppressWarnings("BanJNDI") // the specification's constant name
  public TransactionSynchronizationRegistry registry() {
    try {
      return registries.isResolvable()
          ? registries.get()
          : InitialContext.doLookup("java:comp/TransactionSynchronizationRegistry");
    } catch (NamingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The server's key of the thread's transaction; "null" without one. */
  public String key() {
    Object key = registry().getTransactionKey();
    // Not the key's own text: that may tell the state of the transaction as well.
    return key == null ? "null" : "key " + key.hashCode();
  }

  /** A failure that the work survives. */
  public static class Harmless extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** A checked failure that the work does not survive. */
  public static class Grave extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
