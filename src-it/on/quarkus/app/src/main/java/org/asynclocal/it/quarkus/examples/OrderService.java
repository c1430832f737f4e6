package org.asynclocal.it.quarkus.examples;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;

/** Places an order in one transaction, in steps on several threads, each of which writes a row. */
@ApplicationScoped
public class OrderService {
  private final ManagedExecutor executor;
  private final OrderRepository repository;
  private final OrderScope scope;
  private final TransactionSynchronizationRegistry registry;

  OrderService(
      ManagedExecutor executor,
      OrderRepository repository,
      OrderScope scope,
      TransactionSynchronizationRegistry registry) {
    this.executor = executor;
    this.repository = repository;
    this.scope = scope;
    this.registry = registry;
  }

  /** The observations of a step on its own thread. */
  public record Step(
      String step, String thread, String transaction, @Nullable String scopedValue) {}

  /** The outcome of an order. */
  public record Placed(String orderId, String transaction, List<Step> steps, String status) {}

  /** Ends the transaction without a row. */
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final transient Placed order;

    Refused(Placed order) {
      super(order.orderId);
      this.order = order;
    }
  }

  /**
   * Places an order, or fails after all steps are done. Each task has left the transaction when its
   * result is there, so that none is in it when it ends.
   */
  @Transactional
  public Placed place(String item, boolean fail) {
    String orderId = begin();
    Step service = step("service", item);
    Step task = executor.supplyAsync(() -> step("task", item)).join();
    Step stage =
        executor.supplyAsync(() -> item).thenApplyAsync(ordered -> step("stage", ordered)).join();
    return end(orderId, List.of(service, task, stage), fail);
  }

  /**
   * Places an order in stages. The transaction ends when they do, on the thread of the last one,
   * which has left the transaction by then; that of a {@code Uni}'s stage might not have.
   */
  @Transactional
  public CompletionStage<Placed> placeLater(String item, boolean fail) {
    String orderId = begin();
    Step service = step("service", item);
    return executor
        .supplyAsync(() -> step("stage", item))
        .thenApply(stage -> end(orderId, List.of(service, stage), fail));
  }

  /** The rows. */
  @Transactional
  public List<OrderRepository.Row> orders() {
    return repository.all();
  }

  private String begin() {
    String orderId = UUID.randomUUID().toString();
    scope.value(orderId);
    return orderId;
  }

  private static Placed end(String orderId, List<Step> steps, boolean fail) {
    String status = fail ? "rolledback" : "committed";
    Placed placed = new Placed(orderId, steps.get(0).transaction, steps, status);
    if (fail) {
      throw new Refused(placed);
    }
    return placed;
  }

  private Step step(String name, String item) {
    repository.add(String.valueOf(scope.value()), item + "/" + name);
    String transaction = String.valueOf(registry.getTransactionKey());
    return new Step(name, Threads.current(), transaction, scope.value());
  }
}
