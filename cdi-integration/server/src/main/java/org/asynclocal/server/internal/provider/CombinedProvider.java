package org.asynclocal.server.internal.provider;

import java.lang.reflect.UndeclaredThrowableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asynclocal.server.internal.support.OnceController;
import org.eclipse.microprofile.context.spi.ThreadContextController;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The only provider that SmallRye sees for an executor or a thread context; it stands for all
 * others. Their contexts begin in order and end in reverse. If one of them throws while it begins,
 * whatever it throws, those that have begun end, and the task does not run. If one of them throws
 * while it ends, the others end all the same. SmallRye itself leaves begun contexts on the thread
 * in the first case and skips the remaining ends in the second.
 */
public final class CombinedProvider implements ThreadContextProvider {
  private final List<ThreadContextProvider> propagated;
  private final List<ThreadContextProvider> all;
  private final StopGate gate;

  /**
   * Creates a provider.
   *
   * @param all the providers of contexts that are propagated or cleared, in the order of their
   *     begin
   * @param propagated those of them whose contexts are propagated
   * @param gate the check that a task has to pass before its contexts begin
   */
  public CombinedProvider(
      List<ThreadContextProvider> all, List<ThreadContextProvider> propagated, StopGate gate) {
    this.all = all;
    this.propagated = propagated;
    this.gate = gate;
  }

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    List<ThreadContextSnapshot> snapshots = new ArrayList<>(all.size());
    for (ThreadContextProvider provider : all) {
      ThreadContextSnapshot snapshot =
          propagated.contains(provider)
              ? provider.currentContext(props)
              : provider.clearedContext(props);
      add(snapshot, snapshots);
    }
    return new Snapshot(snapshots, gate);
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    List<ThreadContextSnapshot> snapshots = new ArrayList<>(all.size());
    for (ThreadContextProvider provider : all) {
      add(provider.clearedContext(props), snapshots);
    }
    return new Snapshot(snapshots, gate);
  }

  private static void add(
      @Nullable ThreadContextSnapshot snapshot, List<ThreadContextSnapshot> snapshots) {
    if (snapshot != null) {
      snapshots.add(snapshot);
    }
  }

  @Override
  public String getThreadContextType() {
    return "AsyncLocalKit";
  }

  /** The contexts of all providers as one of them captured it. */
  private record Snapshot(List<ThreadContextSnapshot> snapshots, StopGate gate)
      implements ThreadContextSnapshot {
    @Override
    public ThreadContextController begin() {
      gate.check();
      StackReserve.require();
      Begun begun = new Begun(snapshots.size());
      try {
        for (ThreadContextSnapshot snapshot : snapshots) {
          begun.add(snapshot.begin());
        }
      } catch (Throwable failed) {
        begun.endAll(failed);
        throw failed;
      }
      return begun;
    }
  }

  /** The contexts that have begun on a thread. */
  private static final class Begun extends OnceController {
    private final ThreadContextController[] controllers;
    private int count;

    Begun(int most) {
      controllers = new ThreadContextController[most];
    }

    void add(ThreadContextController controller) {
      controllers[count++] = controller;
    }

    @Override
    protected void restore() {
      Throwable failure = endAll(null);
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure != null) { // checked: thrown by a provider that hides it from the compiler
        throw new UndeclaredThrowableException(failure);
      }
    }

    /** Ends all, and returns the first failure, with the later ones as suppressed. */
    @Nullable Throwable endAll(@Nullable Throwable before) {
      Throwable first = before;
      while (count > 0) {
        try {
          controllers[--count].endContext();
        } catch (Throwable failure) {
          if (first == null) {
            first = failure;
          } else if (first != failure) {
            first.addSuppressed(failure);
          }
        }
      }
      return first;
    }
  }
}
