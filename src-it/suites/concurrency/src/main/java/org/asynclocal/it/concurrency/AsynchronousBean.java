package org.asynclocal.it.concurrency;

import jakarta.enterprise.concurrent.Asynchronous;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** Methods that run on a managed executor. */
@ApplicationScoped
public class AsynchronousBean {

  @Asynchronous
  public CompletableFuture<String> run(Runnable work) {
    work.run();
    return Asynchronous.Result.complete("ran");
  }

  @Asynchronous(executor = WaysServlet.READY_EXECUTOR)
  public CompletableFuture<String> runReady(Runnable work) {
    work.run();
    return Asynchronous.Result.complete("ran");
  }
}
