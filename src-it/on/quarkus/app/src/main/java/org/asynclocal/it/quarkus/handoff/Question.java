package org.asynclocal.it.quarkus.handoff;

/** An event that its observer answers. Confined to one thread after the other. */
public final class Question {
  private String answer = "not observed";

  String answer() {
    return answer;
  }

  void answer(String seen) {
    answer = seen;
  }
}
