package org.asynclocal.it.http;

import java.io.IOException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningExamples.class)
@DisplayName("What goes wrong is told as problem details")
class ProblemCheck {

  @Test
  @DisplayName("a call that does not exist")
  void unknownCall(ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.get("api/nothing").send(), 404);
  }

  @Test
  @DisplayName("a page that does not exist")
  void unknownPage(ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.get("nothing").send(), 404);
  }

  @Test
  @DisplayName("a method that the call does not have")
  void wrongMethod(ExamplesClient examples) throws IOException {
    Problems.assertProblem(examples.post("api/delayed/5").send(), 405);
  }
}
