package org.asynclocal.it.quarkus.handoff;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Puts a store, a value of the request scope and a transaction side by side, and looks for them.
 */
@Singleton
public class Beside {
  private final ManagedExecutor executor;
  private final ThreadContext threadContext;
  private final Look look;
  private final Visit visit;
  private final TransactionSynchronizationRegistry registry;

  Beside(
      ManagedExecutor executor,
      ThreadContext threadContext,
      Look look,
      Visit visit,
      TransactionSynchronizationRegistry registry) {
    this.executor = executor;
    this.threadContext = threadContext;
    this.look = look;
    this.visit = visit;
    this.registry = registry;
  }

  /** Returns what a task of the managed executor finds. */
  @Transactional
  public String inTask() {
    return in(found -> executor.supplyAsync(found).join());
  }

  /**
   * Returns what a stage of a Uni finds on another thread. The transaction ends when the Uni does.
   *
   * @param returned tells the stage that this method's thread has left the transaction
   */
  @Transactional
  public Uni<String> inUni(CompletableFuture<Void> returned) {
    return in(
        found ->
            Uni.createFrom()
                .item(
                    () -> {
                      returned.orTimeout(10, TimeUnit.SECONDS).join();
                      return found.get();
                    })
                .runSubscriptionOn(executor));
  }

  /** Returns what an application's own thread finds with the context. */
  @Transactional
  public String inThread(Function<Runnable, Thread> factory) {
    return in(
        found -> {
          CompletableFuture<String> seen = new CompletableFuture<>();
          Supplier<String> task = threadContext.contextualSupplier(found);
          factory.apply(() -> seen.complete(task.get())).start();
          return seen.join();
        });
  }

  private <R> R in(Function<Supplier<String>, R> way) {
    visit.value("visit");
    Thread caller = Thread.currentThread();
    Object transaction = registry.getTransactionKey();
    return REQUEST.call(
        "own",
        () ->
            way.apply(
                () -> {
                  Object found = registry.getTransactionKey();
                  boolean same = found != null && Objects.equals(transaction, found);
                  boolean moved = Thread.currentThread() != caller;
                  return look.now()
                      + " "
                      + visit.value()
                      + (same ? " same transaction" : " other transaction")
                      + (moved ? "" : " not moved");
                }));
  }
}
