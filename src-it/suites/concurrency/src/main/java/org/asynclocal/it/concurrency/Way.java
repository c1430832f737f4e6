package org.asynclocal.it.concurrency;

/** A way by which work comes to another thread; a row of the deployment guide's table. */
public enum Way {
  EXECUTOR("`@Resource ManagedExecutorService`: tasks"),
  BOUND("`@Resource ManagedExecutorService`: tasks bound by `AsyncLocalStorage.bindRunnable`"),
  STAGE("`@Resource ManagedExecutorService`: `thenApply`, completed by a unmanaged thread"),
  STAGE_WITHOUT_RESULT(
      "`@Resource ManagedExecutorService`: `thenRun`, completed by a unmanaged thread"),
  SCHEDULED("`@Resource ManagedScheduledExecutorService`"),
  CONTEXT_SERVICE("`@Resource ContextService`, run by a unmanaged thread"),
  THREAD_FACTORY("`@Resource ManagedThreadFactory`"),
  ASYNCHRONOUS("`@Asynchronous` of Jakarta Concurrency"),
  EJB_ASYNCHRONOUS("`@Asynchronous` of Jakarta Enterprise Beans"),
  DEFINED_EXECUTOR("`@ManagedExecutorDefinition` without a context"),
  READY_EXECUTOR("`@ManagedExecutorDefinition` with an explicit context"),
  READY_SCHEDULED("`@ManagedScheduledExecutorDefinition` with an explicit context"),
  READY_CONTEXT_SERVICE("`ContextService` of an explicit context, run by a unmanaged thread"),
  READY_ASYNCHRONOUS("`@Asynchronous` on an executor with an explicit context"),
  INJECTED("EE 11: `@Inject ManagedExecutorService`"),
  QUALIFIED("EE 11: `@Inject` with the qualifier of an executor with an explicit context"),
  VIRTUAL("EE 11: virtual threads of an executor with an explicit context"),
  VIRTUAL_THREAD_FACTORY("EE 11: virtual threads of a factory with an explicit context");

  /** The row's name. */
  final String row;

  Way(String row) {
    this.row = row;
  }

  /** True if Jakarta EE 11 is needed. */
  boolean isEe11() {
    return compareTo(INJECTED) >= 0;
  }
}
