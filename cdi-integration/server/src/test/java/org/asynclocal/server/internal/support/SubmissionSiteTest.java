package org.asynclocal.server.internal.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.asynclocal.application.Caller;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The origin of a task")
class SubmissionSiteTest {
  /** A task of a class with a name. */
  private static final class Named implements Runnable {
    @Override
    public void run() {}
  }

  @Test
  @DisplayName("is the place in the application that hands it over")
  void place() throws Exception {
    assertThat(Caller.call(() -> origin(new Named())))
        .startsWith("org.asynclocal.application.Caller.call(Caller.java:");
  }

  @Test
  @DisplayName("is looked for each time where its class has a name")
  void named() throws Exception {
    Named task = new Named();
    assertThat(Caller.call(() -> origin(task))).contains(".call(");
    assertThat(Caller.callElsewhere(() -> origin(task))).contains(".callElsewhere(");
  }

  @Test
  @DisplayName("is that of the first task of the same lambda")
  void lambda() throws Exception {
    assertThat(Caller.call(() -> origin(task("a")))).contains(".call(");
    assertThat(Caller.callElsewhere(() -> origin(task("b")))).contains(".call(");
  }

  @Test
  @DisplayName("is not that of another lambda")
  void anotherLambda() throws Exception {
    Runnable one = () -> {};
    Runnable another = () -> {};
    assertThat(Caller.call(() -> origin(one))).contains(".call(");
    assertThat(Caller.callElsewhere(() -> origin(another))).contains(".callElsewhere(");
  }

  @Test
  @DisplayName("is looked for where the task is not known")
  void unknownTask() throws Exception {
    assertThat(Caller.callElsewhere(() -> SubmissionSite.here().toString()))
        .contains(".callElsewhere(");
  }

  private static Runnable task(String name) {
    return () -> assertThat(name).isNotEmpty();
  }

  private static String origin(Runnable task) {
    return SubmissionSite.of(task, SubmissionSite::here).toString();
  }
}
