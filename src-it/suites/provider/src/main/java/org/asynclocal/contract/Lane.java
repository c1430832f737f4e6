package org.asynclocal.contract;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;

/** An executor and what belongs to it, with one treatment of our context type. */
public interface Lane {
  ExecutorService executor();

  /** The task with the context of the caller, to be run on any thread. */
  Runnable contextual(Runnable task);

  <T> CompletableFuture<T> supplyAsync(Supplier<T> supplier);

  /** A future to be completed by the caller, whose dependent stages have their context. */
  <T> CompletableFuture<T> newIncompleteFuture();
}
