package org.asynclocal.agent;

import java.util.Locale;

/** A kind of handoff, which can be switched off. */
enum Kind {
  THREADS,
  EXECUTORS,
  FORK_JOIN,
  FUTURES,
  TIMERS,
  CHANNELS,
  HTTP,
  FLOW,
  LIBRARIES;

  /** The part of the setting's name that stands for it. */
  String setting() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
