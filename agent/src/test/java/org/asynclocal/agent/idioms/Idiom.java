package org.asynclocal.agent.idioms;

import java.util.function.Supplier;

/**
 * A way in which everyday code hands work to other code.
 *
 * @param name what it does
 * @param since the first JDK that has it
 * @param setup makes what its rounds share; called in the first round, as lazily made pools are
 */
record Idiom(String name, int since, Supplier<Round> setup) {

  /** One use of the idiom, which returns when everything it started has been seen. */
  interface Round {
    void run(Probe probe) throws Exception;
  }
}
