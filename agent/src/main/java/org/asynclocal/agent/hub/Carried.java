package org.asynclocal.agent.hub;

import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Code of the user's that runs with what was captured where it was handed over.
 *
 * <p>One small class for each functional type, so that each call site sees one class.
 */
abstract class Carried {
  /** The capture. */
  final Object captured;

  Carried(Object captured) {
    this.captured = captured;
  }

  /** A task that a pool takes. */
  static final class OfTask extends Carried implements Runnable {
    final Runnable task;

    OfTask(Object captured, Runnable task) {
      super(captured);
      this.task = task;
    }

    @Override
    public void run() {
      Object token = Copies.begin(captured);
      try {
        task.run();
      } finally {
        Copies.end(token);
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** A task with a result. */
  static final class OfCallable extends Carried implements Callable<@Nullable Object> {
    private final Callable<?> task;

    OfCallable(Object captured, Callable<?> task) {
      super(captured);
      this.task = task;
    }

    @Override
    public @Nullable Object call() throws Exception {
      Object token = Copies.begin(captured);
      try {
        return task.call();
      } finally {
        Copies.end(token);
      }
    }

    @Override
    public String toString() {
      return task.toString();
    }
  }

  /** A supplier. */
  static final class OfSupplier extends Carried implements Supplier<@Nullable Object> {
    private final Supplier<?> supplier;

    OfSupplier(Object captured, Supplier<?> supplier) {
      super(captured);
      this.supplier = supplier;
    }

    @Override
    public @Nullable Object get() {
      Object token = Copies.begin(captured);
      try {
        return supplier.get();
      } finally {
        Copies.end(token);
      }
    }
  }

  /** A function. */
  static final class OfFunction extends Carried implements Function<Object, @Nullable Object> {
    private final Function<Object, ?> function;

    OfFunction(Object captured, Function<Object, ?> function) {
      super(captured);
      this.function = function;
    }

    @Override
    public @Nullable Object apply(Object value) {
      Object token = Copies.begin(captured);
      try {
        return function.apply(value);
      } finally {
        Copies.end(token);
      }
    }
  }

  /** A function of two values. */
  static final class OfBiFunction extends Carried
      implements BiFunction<Object, Object, @Nullable Object> {
    private final BiFunction<Object, Object, ?> function;

    OfBiFunction(Object captured, BiFunction<Object, Object, ?> function) {
      super(captured);
      this.function = function;
    }

    @Override
    public @Nullable Object apply(Object one, Object two) {
      Object token = Copies.begin(captured);
      try {
        return function.apply(one, two);
      } finally {
        Copies.end(token);
      }
    }
  }

  /** A consumer. */
  static final class OfConsumer extends Carried implements Consumer<Object> {
    private final Consumer<Object> consumer;

    OfConsumer(Object captured, Consumer<Object> consumer) {
      super(captured);
      this.consumer = consumer;
    }

    @Override
    public void accept(Object value) {
      Object token = Copies.begin(captured);
      try {
        consumer.accept(value);
      } finally {
        Copies.end(token);
      }
    }
  }

  /** A consumer of two values. */
  static final class OfBiConsumer extends Carried implements BiConsumer<Object, Object> {
    private final BiConsumer<Object, Object> consumer;

    OfBiConsumer(Object captured, BiConsumer<Object, Object> consumer) {
      super(captured);
      this.consumer = consumer;
    }

    @Override
    public void accept(Object one, Object two) {
      Object token = Copies.begin(captured);
      try {
        consumer.accept(one, two);
      } finally {
        Copies.end(token);
      }
    }
  }
}
