package org.asynclocal.server.internal.provider;

/**
 * Makes sure that there is stack for the providers before the first of them changes the thread: a
 * StackOverflowError between two of their steps would leave one identity beside the transaction of
 * another. If there is not enough, the error is thrown here, where nothing has been changed.
 */
final class StackReserve {
  /** Frames of some 100 bytes each. The providers and what they call of the server need less. */
  private static final int DEPTH = 256;

  /** Written, so that the recursion is not optimised away. */
  @SuppressWarnings("UnusedVariable")
  private static volatile long sink;

  private StackReserve() {}

  static void require() {
    if (touch(DEPTH, 1, 2, 3, 4) == 0) {
      sink = 1;
    }
  }

  private static long touch(int depth, long a, long b, long c, long d) {
    return depth == 0 ? (a ^ b ^ c ^ d) | 1 : (touch(depth - 1, b + depth, c, d, a) ^ depth) | 1;
  }
}
