package org.asynclocal.server.internal.executor;

import io.smallrye.context.ContextualCompletableFuture;
import io.smallrye.context.SmallRyeThreadContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.asynclocal.internal.hook.HookBridge;
import org.asynclocal.internal.hook.ResourceDescriptor;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * A future that is a resource while a hook is enabled: created with its stage, run with the stage's
 * function, resolved and destroyed at its completion. Each method that makes a stage says so to the
 * hooks and leaves the rest to SmallRye, save those that SmallRye does not know (JDK 12): they
 * capture here.
 */
abstract class TracedFuture<T extends @Nullable Object> extends ContextualCompletableFuture<T> {
  /** Null while no hook has been enabled. */
  private volatile @Nullable ResourceHandle resource;

  TracedFuture(SmallRyeThreadContext context, Executor executor) {
    super(context, executor, false);
    HookBridge tracing = HookBridge.active();
    this.resource = tracing == null ? null : tracing.adopt(ResourceDescriptor.promise(null, false));
  }

  /**
   * Reports the completion to the hooks. To be called once the stage is made: until then the JDK
   * sets outcomes without telling those who wait for them.
   */
  @SuppressWarnings(
      "FutureReturnValueIgnored") // the outcome of the plain one made here is not used
  final void traceCompletion() {
    ResourceHandle traced = resource;
    if (traced != null) {
      CompletableFuture.allOf(this)
          .whenComplete(
              (result, failure) -> {
                traced.resolved();
                traced.destroyed();
              });
    }
  }

  /** Makes a stage whose outcome is known when its function has run. */
  private <F> F stage(Supplier<F> making) {
    return making(making, true);
  }

  /** Makes a stage whose outcome is another future's. */
  private <F> F composed(Supplier<F> making) {
    return making(making, false);
  }

  private <F> F making(Supplier<F> making, boolean resolvedByItsEnd) {
    HookBridge tracing = HookBridge.active();
    if (tracing == null) {
      return making.get();
    }
    if (resource == null) { // made before a hook was enabled: known from now on, as in Node.js
      resource = tracing.adopt(ResourceDescriptor.promise(null, false));
      traceCompletion();
    }
    F made = tracing.create(ResourceDescriptor.promise(resource, resolvedByItsEnd), making);
    if (made instanceof TracedFuture<?> future) {
      future.traceCompletion();
    }
    return made;
  }

  private <A, R> Function<A, R> captured(Function<A, R> function) {
    return context.isContextualized(function) ? function : context.contextualFunction(function);
  }

  private Executor threads() {
    checkDefaultExecutor();
    return executor;
  }

  /** SmallRye's own is never completed. */
  @Override
  public CompletionStage<T> minimalCompletionStage() {
    return context.withContextCapture((CompletionStage<T>) this, executor);
  }

  @Override
  public CompletableFuture<T> copy() {
    return composed(super::copy);
  }

  @Override
  public CompletableFuture<T> exceptionally(Function<Throwable, ? extends T> fn) {
    return stage(() -> super.exceptionally(fn));
  }

  @Override
  public <U> CompletableFuture<U> handle(BiFunction<? super T, Throwable, ? extends U> fn) {
    return stage(() -> super.handle(fn));
  }

  @Override
  public <U> CompletableFuture<U> handleAsync(BiFunction<? super T, Throwable, ? extends U> fn) {
    return stage(() -> super.handleAsync(fn));
  }

  @Override
  public <U> CompletableFuture<U> handleAsync(
      BiFunction<? super T, Throwable, ? extends U> fn, Executor executor) {
    return stage(() -> super.handleAsync(fn, executor));
  }

  @Override
  public <U> CompletableFuture<U> thenApply(Function<? super T, ? extends U> fn) {
    return stage(() -> super.thenApply(fn));
  }

  @Override
  public <U> CompletableFuture<U> thenApplyAsync(Function<? super T, ? extends U> fn) {
    return stage(() -> super.thenApplyAsync(fn));
  }

  @Override
  public <U> CompletableFuture<U> thenApplyAsync(
      Function<? super T, ? extends U> fn, Executor executor) {
    return stage(() -> super.thenApplyAsync(fn, executor));
  }

  @Override
  public CompletableFuture<Void> thenAccept(Consumer<? super T> action) {
    return stage(() -> super.thenAccept(action));
  }

  @Override
  public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action) {
    return stage(() -> super.thenAcceptAsync(action));
  }

  @Override
  public CompletableFuture<Void> thenAcceptAsync(Consumer<? super T> action, Executor executor) {
    return stage(() -> super.thenAcceptAsync(action, executor));
  }

  @Override
  public CompletableFuture<Void> thenRun(Runnable action) {
    return stage(() -> super.thenRun(action));
  }

  @Override
  public CompletableFuture<Void> thenRunAsync(Runnable action) {
    return stage(() -> super.thenRunAsync(action));
  }

  @Override
  public CompletableFuture<Void> thenRunAsync(Runnable action, Executor executor) {
    return stage(() -> super.thenRunAsync(action, executor));
  }

  @Override
  public <U, V> CompletableFuture<V> thenCombine(
      CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
    return stage(() -> super.thenCombine(other, fn));
  }

  @Override
  public <U, V> CompletableFuture<V> thenCombineAsync(
      CompletionStage<? extends U> other, BiFunction<? super T, ? super U, ? extends V> fn) {
    return stage(() -> super.thenCombineAsync(other, fn));
  }

  @Override
  public <U, V> CompletableFuture<V> thenCombineAsync(
      CompletionStage<? extends U> other,
      BiFunction<? super T, ? super U, ? extends V> fn,
      Executor executor) {
    return stage(() -> super.thenCombineAsync(other, fn, executor));
  }

  @Override
  public <U> CompletableFuture<Void> thenAcceptBoth(
      CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
    return stage(() -> super.thenAcceptBoth(other, action));
  }

  @Override
  public <U> CompletableFuture<Void> thenAcceptBothAsync(
      CompletionStage<? extends U> other, BiConsumer<? super T, ? super U> action) {
    return stage(() -> super.thenAcceptBothAsync(other, action));
  }

  @Override
  public <U> CompletableFuture<Void> thenAcceptBothAsync(
      CompletionStage<? extends U> other,
      BiConsumer<? super T, ? super U> action,
      Executor executor) {
    return stage(() -> super.thenAcceptBothAsync(other, action, executor));
  }

  @Override
  public CompletableFuture<Void> runAfterBoth(CompletionStage<?> other, Runnable action) {
    return stage(() -> super.runAfterBoth(other, action));
  }

  @Override
  public CompletableFuture<Void> runAfterBothAsync(CompletionStage<?> other, Runnable action) {
    return stage(() -> super.runAfterBothAsync(other, action));
  }

  @Override
  public CompletableFuture<Void> runAfterBothAsync(
      CompletionStage<?> other, Runnable action, Executor executor) {
    return stage(() -> super.runAfterBothAsync(other, action, executor));
  }

  @Override
  public <U> CompletableFuture<U> applyToEither(
      CompletionStage<? extends T> other, Function<? super T, U> fn) {
    return stage(() -> super.applyToEither(other, fn));
  }

  @Override
  public <U> CompletableFuture<U> applyToEitherAsync(
      CompletionStage<? extends T> other, Function<? super T, U> fn) {
    return stage(() -> super.applyToEitherAsync(other, fn));
  }

  @Override
  public <U> CompletableFuture<U> applyToEitherAsync(
      CompletionStage<? extends T> other, Function<? super T, U> fn, Executor executor) {
    return stage(() -> super.applyToEitherAsync(other, fn, executor));
  }

  @Override
  public CompletableFuture<Void> acceptEither(
      CompletionStage<? extends T> other, Consumer<? super T> action) {
    return stage(() -> super.acceptEither(other, action));
  }

  @Override
  public CompletableFuture<Void> acceptEitherAsync(
      CompletionStage<? extends T> other, Consumer<? super T> action) {
    return stage(() -> super.acceptEitherAsync(other, action));
  }

  @Override
  public CompletableFuture<Void> acceptEitherAsync(
      CompletionStage<? extends T> other, Consumer<? super T> action, Executor executor) {
    return stage(() -> super.acceptEitherAsync(other, action, executor));
  }

  @Override
  public CompletableFuture<Void> runAfterEither(CompletionStage<?> other, Runnable action) {
    return stage(() -> super.runAfterEither(other, action));
  }

  @Override
  public CompletableFuture<Void> runAfterEitherAsync(CompletionStage<?> other, Runnable action) {
    return stage(() -> super.runAfterEitherAsync(other, action));
  }

  @Override
  public CompletableFuture<Void> runAfterEitherAsync(
      CompletionStage<?> other, Runnable action, Executor executor) {
    return stage(() -> super.runAfterEitherAsync(other, action, executor));
  }

  @Override
  public <U> CompletableFuture<U> thenCompose(
      Function<? super T, ? extends CompletionStage<U>> fn) {
    return composed(() -> super.thenCompose(fn));
  }

  @Override
  public <U> CompletableFuture<U> thenComposeAsync(
      Function<? super T, ? extends CompletionStage<U>> fn) {
    return composed(() -> super.thenComposeAsync(fn));
  }

  @Override
  public <U> CompletableFuture<U> thenComposeAsync(
      Function<? super T, ? extends CompletionStage<U>> fn, Executor executor) {
    return composed(() -> super.thenComposeAsync(fn, executor));
  }

  @Override
  public CompletableFuture<T> whenComplete(BiConsumer<? super T, ? super Throwable> action) {
    return stage(() -> super.whenComplete(action));
  }

  @Override
  public CompletableFuture<T> whenCompleteAsync(BiConsumer<? super T, ? super Throwable> action) {
    return stage(() -> super.whenCompleteAsync(action));
  }

  @Override
  public CompletableFuture<T> whenCompleteAsync(
      BiConsumer<? super T, ? super Throwable> action, Executor executor) {
    return stage(() -> super.whenCompleteAsync(action, executor));
  }

  @Override
  public CompletableFuture<T> exceptionallyAsync(Function<Throwable, ? extends T> fn) {
    return stage(() -> super.exceptionallyAsync(captured(fn), threads()));
  }

  @Override
  public CompletableFuture<T> exceptionallyAsync(
      Function<Throwable, ? extends T> fn, Executor executor) {
    return stage(() -> super.exceptionallyAsync(captured(fn), executor));
  }

  @Override
  public CompletableFuture<T> exceptionallyCompose(
      Function<Throwable, ? extends CompletionStage<T>> fn) {
    return composed(() -> super.exceptionallyCompose(captured(fn)));
  }

  @Override
  public CompletableFuture<T> exceptionallyComposeAsync(
      Function<Throwable, ? extends CompletionStage<T>> fn) {
    return composed(() -> super.exceptionallyComposeAsync(captured(fn), threads()));
  }

  @Override
  public CompletableFuture<T> exceptionallyComposeAsync(
      Function<Throwable, ? extends CompletionStage<T>> fn, Executor executor) {
    return composed(() -> super.exceptionallyComposeAsync(captured(fn), executor));
  }
}
