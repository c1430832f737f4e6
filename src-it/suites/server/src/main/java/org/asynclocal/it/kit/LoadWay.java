package org.asynclocal.it.kit;

/** How a request of the load works. */
enum LoadWay {
  TASK,
  STAGES,
  INLINE,
  /** A task of the server's own executor, as the server carries it. */
  SERVER,
  /** A task of the server's own executor that is bound. */
  SERVER_BOUND,
  BOUND,
  NESTED,
  ASYNC,
  /** Waits until a hundred are there. */
  GATE,
  FAIL,
  FAIL_IN_TASK;

  /** In turns; the others come at fixed places. */
  private static final LoadWay[] USUAL = {
    TASK, STAGES, INLINE, SERVER, SERVER_BOUND, BOUND, NESTED, ASYNC
  };

  private static final int BLOCK = 2_000;

  /** None fails at the gate. */
  private static final int IN_THE_GATES_STEAD = LoadGate.SIZE + 50;

  /** The way of the n-th request: each block begins with one gate; one in a hundred fails. */
  static LoadWay of(int n) {
    if (n % BLOCK < LoadGate.SIZE) {
      return GATE;
    }
    if (n % 100 == 0 || n % BLOCK == IN_THE_GATES_STEAD) {
      return n % 200 == 0 ? FAIL : FAIL_IN_TASK;
    }
    return USUAL[n % USUAL.length];
  }

  boolean fails() {
    return this == FAIL || this == FAIL_IN_TASK;
  }
}
