package org.asynclocal.agent.idioms;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import com.google.common.util.concurrent.SettableFuture;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Libraries that hand work over. */
final class LibraryIdioms {
  private static final Duration SHORT = Duration.ofMillis(2);

  private LibraryIdioms() {}

  static void addTo(IdiomTable table) {
    reactor(table);
    rxJava(table);
    mutiny(table);
    guava(table);
    caffeine(table);
    netty(table);
  }

  private static void reactor(IdiomTable table) {
    table.add(
        "Reactor: subscribeOn",
        () ->
            probe ->
                Mono.fromRunnable(probe.task()).subscribeOn(Schedulers.boundedElastic()).block());
    table.add(
        "Reactor: publishOn",
        () ->
            probe ->
                Flux.just(1, 2)
                    .publishOn(Schedulers.parallel())
                    .doOnNext(each -> probe.look())
                    .blockLast());
    table.add(
        "Reactor: delayElement",
        () -> probe -> Mono.just(1).delayElement(SHORT).doOnNext(probe.consumer()).block());
    table.add(
        "Reactor: interval",
        () -> probe -> Flux.interval(SHORT).take(3).doOnNext(each -> probe.look()).blockLast());
    table.add(
        "Reactor: fromFuture",
        () ->
            probe ->
                Mono.fromFuture(CompletableFuture.supplyAsync(() -> 1))
                    .doOnNext(probe.consumer())
                    .block());
  }

  private static void rxJava(IdiomTable table) {
    table.add(
        "RxJava: observeOn",
        () ->
            probe ->
                Flowable.just(1)
                    .observeOn(io.reactivex.rxjava3.schedulers.Schedulers.computation())
                    .doOnNext(each -> probe.look())
                    .blockingSubscribe());
    table.add(
        "RxJava: subscribeOn",
        () ->
            probe ->
                Completable.fromRunnable(probe.task())
                    .subscribeOn(io.reactivex.rxjava3.schedulers.Schedulers.io())
                    .blockingAwait());
    table.add(
        "RxJava: delay",
        () ->
            probe ->
                Single.just(1)
                    .delay(2, MILLISECONDS)
                    .doOnSuccess(each -> probe.see())
                    .ignoreElement()
                    .blockingAwait());
    table.add(
        "RxJava: interval",
        () ->
            probe ->
                Flowable.interval(2, MILLISECONDS)
                    .take(3)
                    .doOnNext(each -> probe.look())
                    .blockingSubscribe());
  }

  private static void mutiny(IdiomTable table) {
    table.add(
        "Mutiny: runSubscriptionOn",
        () ->
            probe ->
                Uni.createFrom()
                    .item(probe.supplier(1))
                    .runSubscriptionOn(Infrastructure.getDefaultExecutor())
                    .await()
                    .indefinitely());
    table.add(
        "Mutiny: emitOn",
        () ->
            probe ->
                Uni.createFrom()
                    .item(1)
                    .emitOn(Infrastructure.getDefaultExecutor())
                    .invoke(probe.task())
                    .await()
                    .indefinitely());
    table.add(
        "Mutiny: delayIt",
        () ->
            probe ->
                Uni.createFrom()
                    .item(1)
                    .onItem()
                    .delayIt()
                    .by(SHORT)
                    .invoke(probe.task())
                    .await()
                    .indefinitely());
  }

  private static void guava(IdiomTable table) {
    table.add(
        "Guava: a listener of a submitted task",
        () -> {
          ListeningExecutorService pool =
              MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(1));
          return probe -> {
            ListenableFuture<?> future = pool.submit(probe.task());
            future.addListener(probe.task(), pool);
            probe.await(2);
          };
        });
    table.add(
        "Guava: a listener on the thread that completes the future",
        () ->
            probe -> {
              SettableFuture<Integer> future = SettableFuture.create();
              future.addListener(probe.task(), MoreExecutors.directExecutor());
              Elsewhere.run(() -> future.set(1));
              probe.await();
            });
    table.add(
        "Guava: Futures.transform",
        () ->
            probe -> {
              SettableFuture<Integer> future = SettableFuture.create();
              ListenableFuture<Integer> transformed =
                  Futures.transform(
                      future,
                      each -> {
                        probe.see();
                        return each;
                      },
                      MoreExecutors.directExecutor());
              Elsewhere.run(() -> future.set(1));
              Probe.use(transformed.get());
            });
  }

  private static void caffeine(IdiomTable table) {
    table.add(
        "Caffeine: an asynchronous cache",
        () -> {
          AtomicReference<Probe> current = new AtomicReference<>();
          AsyncLoadingCache<Object, Object> cache =
              Caffeine.newBuilder()
                  .buildAsync(
                      key -> {
                        Objects.requireNonNull(current.get()).see();
                        return key;
                      });
          return probe -> {
            current.set(probe);
            cache.get(new Object()).join();
          };
        });
  }

  private static void netty(IdiomTable table) {
    table.add(
        "Netty: EventLoop.execute",
        () -> {
          EventLoopGroup group = new DefaultEventLoopGroup(1);
          return probe -> {
            group.execute(probe.task());
            probe.await();
          };
        });
    table.add(
        "Netty: EventLoop.submit",
        () -> {
          EventLoopGroup group = new DefaultEventLoopGroup(1);
          return probe -> group.submit(probe.task()).get();
        });
    table.add(
        "Netty: EventLoop.schedule",
        () -> {
          EventLoopGroup group = new DefaultEventLoopGroup(1);
          return probe -> group.schedule(probe.task(), 2, MILLISECONDS).get();
        });
  }
}
