package org.asynclocal.it.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Holds requests until so many are in flight, then lets them all go. */
final class LoadGate {
  static final int SIZE = 100;

  private final List<CompletableFuture<Integer>> waiting = new ArrayList<>();

  CompletableFuture<Integer> through(CompletableFuture<Integer> gate) {
    open(arrived(gate));
    return gate;
  }

  private synchronized List<CompletableFuture<Integer>> arrived(CompletableFuture<Integer> gate) {
    waiting.add(gate);
    if (waiting.size() < SIZE) {
      return List.of();
    }
    List<CompletableFuture<Integer>> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }

  private static void open(List<CompletableFuture<Integer>> gates) {
    gates.forEach(gate -> gate.complete(SIZE));
  }
}
