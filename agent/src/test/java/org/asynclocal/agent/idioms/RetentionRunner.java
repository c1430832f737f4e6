package org.asynclocal.agent.idioms;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes long-lived things within a request's store, as a library does that is first used by a
 * request, and prints for each whether the store's value is released after the request: its name, a
 * tab, and {@code released} or {@code held}.
 */
public final class RetentionRunner {
  /** The result of a case whose value can be collected. */
  public static final String RELEASED = "released";

  private static final int TRIES = 40;

  /** The things that the cases made, kept alive as by a static field. */
  private final List<Object> alive = new ArrayList<>();

  private final Store store;

  private RetentionRunner(Store store) {
    this.store = store;
  }

  /** Takes the kind of store, and optionally a part of the names of those cases to run. */
  public static void main(String[] args) throws Exception {
    RetentionRunner runner = new RetentionRunner(Store.named(args[0]));
    for (LongLived.Case each : LongLived.all()) {
      if (args.length < 2 || each.name().contains(args[1])) {
        System.out.println(each.name() + '\t' + runner.run(each));
      }
    }
    System.exit(0);
  }

  private String run(LongLived.Case each) throws InterruptedException {
    WeakReference<Object> value = request(each);
    for (int i = 0; i < TRIES; i++) {
      System.gc();
      if (value.refersTo(null)) {
        return RELEASED;
      }
      Thread.sleep(25);
    }
    return "held";
  }

  private WeakReference<Object> request(LongLived.Case each) throws InterruptedException {
    List<WeakReference<Object>> values = new ArrayList<>();
    Thread request =
        new Thread(
            () -> {
              Object value = new Object();
              values.add(new WeakReference<>(value));
              store.run(value, () -> make(each));
            });
    request.start();
    request.join();
    return values.get(0);
  }

  private void make(LongLived.Case each) {
    try {
      alive.add(each.making().call());
    } catch (Exception failed) {
      throw new IllegalStateException(each.name(), failed);
    }
  }
}
