package org.asynclocal.agent.idioms;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the idioms. */
final class IdiomTable {
  private final List<Idiom> idioms = new ArrayList<>();

  /** The idioms of libraries. */
  static List<Idiom> libraries() {
    IdiomTable table = new IdiomTable();
    LibraryIdioms.addTo(table);
    return table.idioms;
  }

  /** Calls that race with the thread that runs what they handed over. */
  static List<Idiom> races() {
    IdiomTable table = new IdiomTable();
    TimerRaces.addTo(table);
    return table.idioms;
  }

  /** The idioms of the JDK that runs this. */
  static List<Idiom> all() {
    IdiomTable table = new IdiomTable();
    ThreadIdioms.addTo(table);
    ExecutorIdioms.addTo(table);
    TimerIdioms.addTo(table);
    ForkJoinIdioms.addTo(table);
    FutureIdioms.addTo(table);
    ChannelIdioms.addTo(table);
    FlowIdioms.addTo(table);
    return table.idioms.stream()
        .filter(idiom -> idiom.since() <= Runtime.version().feature())
        .toList();
  }

  void add(String name, Supplier<Idiom.Round> setup) {
    add(name, 17, setup);
  }

  void add(String name, int since, Supplier<Idiom.Round> setup) {
    idioms.add(new Idiom(name, since, setup));
  }
}
