package org.asynclocal.it.http;

import static java.util.stream.Collectors.toSet;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Set;

/** Reads the handoffs, steps and lines of an answer. */
final class Steps {
  private Steps() {}

  static List<JsonObject> of(JsonObject answer) {
    return answer.getJsonArray("hops").getValuesAs(JsonObject.class);
  }

  static Set<String> threads(JsonObject answer) {
    return of(answer).stream().map(step -> step.getString("thread")).collect(toSet());
  }

  static List<String> strings(JsonObject answer, String name) {
    return answer.getJsonArray(name).getValuesAs(JsonString::getString);
  }

  static boolean isPrincipal(JsonObject step, String user) {
    return user.equals(step.getString("principal", null));
  }
}
