package org.asynclocal.it.quarkus.handoff;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.NotificationOptions;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.AsyncLocalStorage;

/** A way from a request's thread to another one. Each answers what it finds there. */
public enum Handoff {
  MANAGED_EXECUTOR {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.executor().supplyAsync(ways::look);
    }
  },
  MANAGED_EXECUTOR_CHAIN {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.executor().supplyAsync(() -> "").thenApplyAsync(done -> ways.look());
    }
  },
  THREAD_CONTEXT {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      Runnable task = () -> seen.complete(ways.look());
      new Thread(ways.threadContext().contextualRunnable(task)).start();
      return seen;
    }
  },
  UNI {
    @Override
    CompletionStage<String> make(Ways ways) {
      return Uni.createFrom()
          .item("")
          .onItem()
          .delayIt()
          .by(SHORT)
          .map(done -> ways.look())
          .subscribeAsCompletionStage();
    }
  },
  MULTI {
    @Override
    CompletionStage<String> make(Ways ways) {
      return Multi.createFrom()
          .items("first", "last")
          .emitOn(Infrastructure.getDefaultExecutor())
          .map(item -> ways.look())
          .collect()
          .last()
          .subscribeAsCompletionStage();
    }
  },
  MULTI_TICKS {
    @Override
    CompletionStage<String> make(Ways ways) {
      return Multi.createFrom()
          .ticks()
          .every(SHORT)
          .map(tick -> ways.look())
          .toUni()
          .subscribeAsCompletionStage();
    }
  },
  QUARKUS_EXECUTOR {
    @Override
    CompletionStage<String> make(Ways ways) {
      return CompletableFuture.supplyAsync(ways::look, Infrastructure.getDefaultExecutor());
    }
  },
  COMMON_POOL {
    @Override
    CompletionStage<String> make(Ways ways) {
      return CompletableFuture.supplyAsync(ways::look);
    }
  },
  COMMON_POOL_BOUND {
    @Override
    CompletionStage<String> make(Ways ways) {
      return CompletableFuture.supplyAsync(AsyncLocalStorage.bindSupplier(ways::look));
    }
  },
  THREAD {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      new Thread(() -> seen.complete(ways.look())).start();
      return seen;
    }
  },
  TIMER {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      ways.vertx().setTimer(SHORT.toMillis(), fired -> seen.complete(ways.look()));
      return seen;
    }
  },
  TIMER_BOUND {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      Runnable task = AsyncLocalStorage.bindRunnable(() -> seen.complete(ways.look()));
      ways.vertx().setTimer(SHORT.toMillis(), fired -> task.run());
      return seen;
    }
  },
  EXECUTE_BLOCKING {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      ways.vertx().executeBlocking(() -> seen.complete(ways.look()));
      return seen;
    }
  },
  EXECUTE_BLOCKING_BOUND {
    @Override
    CompletionStage<String> make(Ways ways) {
      CompletableFuture<String> seen = new CompletableFuture<>();
      Callable<Boolean> task = () -> seen.complete(ways.look());
      ways.vertx().executeBlocking(AsyncLocalStorage.bindCallable(task));
      return seen;
    }
  },
  CONSUME_EVENT {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.bus()
          .<String>request(Listeners.EVENT_LOOP, "")
          .map(reply -> reply.body())
          .subscribeAsCompletionStage();
    }
  },
  CONSUME_EVENT_BLOCKING {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.bus()
          .<String>request(Listeners.WORKER, "")
          .map(reply -> reply.body())
          .subscribeAsCompletionStage();
    }
  },
  EVENT_BUS_REPLY {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.bus()
          .<String>request(Listeners.EVENT_LOOP, "")
          .map(reply -> ways.look())
          .subscribeAsCompletionStage();
    }
  },
  OBSERVES_ASYNC {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.event().fireAsync(new Question()).thenApply(Question::answer);
    }
  },
  OBSERVES_ASYNC_ON_MANAGED_EXECUTOR {
    @Override
    CompletionStage<String> make(Ways ways) {
      return ways.event()
          .fireAsync(new Question(), NotificationOptions.ofExecutor(ways.executor()))
          .thenApply(Question::answer);
    }
  };

  private static final Duration SHORT = Duration.ofMillis(1);

  abstract CompletionStage<String> make(Ways ways);
}
