package org.asynclocal.agent.idioms;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the idioms in a JVM of their own and prints one line for each: its name, a tab, and {@code
 * kept}, or what went wrong.
 *
 * <p>Each idiom has three rounds: with a store, without one, and with another one. What the first
 * round makes, the others use again, so a value that stays on a thread is seen by the next round.
 */
public final class IdiomRunner {
  /** The result of an idiom that keeps the store and leaves nothing behind. */
  public static final String KEPT = "kept";

  private final Store store;
  private final boolean leaving;

  private IdiomRunner(Store store, boolean leaving) {
    this.store = store;
    this.leaving = leaving;
  }

  /** The argument that selects the idioms of libraries. */
  public static final String LIBRARIES = "libraries";

  /** The argument that selects calls that race with the thread that runs what they handed over. */
  public static final String RACES = "races";

  /**
   * Takes the kind of store, and optionally a group or a part of the names of those idioms to run.
   */
  public static void main(String[] args) {
    Store store = Store.named(args[0]);
    IdiomRunner runner = new IdiomRunner(store, args[0].equals("asynclocal"));
    for (Idiom idiom : selected(args.length < 2 ? "" : args[1])) {
      System.out.println(idiom.name() + '\t' + runner.run(idiom));
    }
    System.exit(0); // the idioms leave pools behind, whose threads are not daemons
  }

  private static List<Idiom> selected(String selection) {
    return switch (selection) {
      case LIBRARIES -> IdiomTable.libraries();
      case RACES -> IdiomTable.races();
      default ->
          IdiomTable.all().stream().filter(idiom -> idiom.name().contains(selection)).toList();
    };
  }

  private String run(Idiom idiom) {
    try {
      List<Idiom.Round> round = new ArrayList<>();
      List<String> wrong = new ArrayList<>();
      inThread(
          () ->
              store.run(
                  "first",
                  () -> {
                    round.add(idiom.setup().get());
                    round(round.get(0), "first", wrong);
                  }));
      inThread(() -> round(round.get(0), null, wrong));
      inThread(() -> store.run("second", () -> round(round.get(0), "second", wrong)));
      return wrong.isEmpty() ? KEPT : String.join("; ", wrong);
    } catch (Exception failed) {
      return "failed: " + failed;
    }
  }

  private void round(Idiom.Round round, @Nullable String expected, List<String> wrong) {
    Probe probe = new Probe(store, leaving);
    try {
      round.run(probe);
    } catch (Exception failed) {
      wrong.add("failed: " + failed);
      return;
    }
    List<@Nullable Object> seen = probe.seen();
    if (seen.isEmpty()) {
      wrong.add("nothing seen");
    }
    for (Object each : seen) {
      if (!Objects.equals(each, expected)) {
        wrong.add("expected " + expected + ", saw " + each);
        return;
      }
    }
  }

  /** Each round has a thread of its own, as a request has, and so begins without a store. */
  private static void inThread(Runnable task) throws InterruptedException {
    List<Throwable> failures = new ArrayList<>();
    Consumer<Throwable> failing = failures::add;
    Thread thread = new Thread(task);
    thread.setUncaughtExceptionHandler((failed, failure) -> failing.accept(failure));
    thread.start();
    thread.join();
    if (!failures.isEmpty()) {
      throw new IllegalStateException(failures.get(0));
    }
  }
}
