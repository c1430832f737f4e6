package org.asynclocal.it.http;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asynclocal.it.http.ExamplesClient.Answer;
import org.asynclocal.it.http.ExamplesClient.Call;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningExamples.class)
@DisplayName("GET api/timelines/{requestId}")
class TimelineCheck {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int TOGETHER = 16;

  @Test
  @DisplayName("has the request, and four handoffs at least that descend from it, on two threads")
  void hasTheSteps(ExamplesClient examples) throws IOException {
    List<JsonObject> events = recorded(examples, "api/users/7/data");

    List<JsonObject> created = created(events);
    assertThat(creation(created.get(0)).getString("type")).isEqualTo("HTTPREQUEST");
    Set<Integer> family = new HashSet<>(Set.of(created.get(0).getInt("asyncId")));
    assertThat(created).hasSizeGreaterThan(4);
    for (JsonObject event : created.subList(1, created.size())) {
      assertThat(family).contains(creation(event).getInt("triggerAsyncId"));
      assertThat(family.add(event.getInt("asyncId"))).isTrue();
    }
    assertThat(threads(events, "before")).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  @DisplayName("has the life of a future in order: created, run, resolved, destroyed")
  void hasTheLifeOfAFuture(ExamplesClient examples) throws IOException {
    String id = id();
    record(examples.get("api/users/7/data"), id);

    // Futures are destroyed beside the answer's way, the last ones perhaps after it.
    List<JsonObject> events =
        awaitTimeline(
            examples,
            id,
            timeline -> lives(timeline).stream().anyMatch(life -> life.contains("destroy")));
    assertThat(lives(events))
        .filteredOn(life -> life.contains("destroy"))
        .contains(List.of("init", "before", "resolve", "after", "destroy"));
    assertThat(created(events))
        .filteredOn(TimelineCheck::isFuture)
        .anyMatch(event -> creation(event).getString("site", "").startsWith("UserService (User"));
  }

  @Test
  @DisplayName("has a task of the server's own timer: created, and run on another thread")
  void hasATaskOfTheServer(ExamplesClient examples) throws IOException {
    String id = id();
    record(examples.get("api/delayed/5?ms=10"), id);

    List<JsonObject> events =
        awaitTimeline(
            examples,
            id,
            timeline -> tasksOfTheServer(timeline).stream().anyMatch(life -> life.size() >= 3));
    assertThat(tasksOfTheServer(events))
        .anySatisfy(life -> assertThat(life).startsWith("init", "before", "after"));
  }

  private static List<List<String>> tasksOfTheServer(List<JsonObject> events) {
    return created(events).stream()
        .filter(event -> creation(event).getString("type").equals("CONCURRENCY"))
        .map(event -> lifeOf(event.getInt("asyncId"), events))
        .toList();
  }

  @Test
  @DisplayName("has request, caller and transaction as each resource carries them")
  void hasTheContext(ExamplesClient examples) throws IOException {
    String id = id();
    record(examples.post("api/orders?item=timeline"), id);

    List<JsonObject> futures =
        created(timeline(examples, id)).stream().filter(TimelineCheck::isFuture).toList();
    assertThat(futures)
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(event -> context(event).getString("requestId").equals(id))
        .allMatch(event -> context(event).getString("principal").equals("alice"));
    assertThat(futures.stream().map(event -> context(event).getString("transaction")).distinct())
        .hasSize(1);
  }

  @Test
  @DisplayName("shows the one handoff of the driver that was created without the store")
  void showsTheLoss(ExamplesClient examples) throws IOException {
    List<JsonObject> created = created(recorded(examples, "api/driver"));

    assertThat(created.subList(1, created.size()))
        .filteredOn(event -> !context(event).containsKey("requestId"))
        // How a server enters the application on a thread that is not its own.
        .filteredOn(event -> !creation(event).getString("type").equals("CONCURRENCY"))
        .singleElement()
        .matches(event -> creation(event).getString("type").equals("QUERY"))
        .matches(event -> event.getInt("executionAsyncId") == 0);
  }

  @Test
  @DisplayName("has nothing of other calls that are recorded at the same time")
  void isIsolated(ExamplesClient examples) throws Exception {
    List<String> ids = Stream.generate(TimelineCheck::id).limit(TOGETHER).toList();
    ExamplesClient.sendAll(
        TOGETHER,
        ids.stream()
            .map(
                id ->
                    examples
                        .get("api/resource/x?ms=20&together=" + TOGETHER)
                        .header("X-Request-Id", id)
                        .header("X-Record", "true"))
            .toList());

    Set<Integer> seen = new HashSet<>();
    for (String id : ids) {
      List<JsonObject> created = created(timeline(examples, id));
      assertThat(created)
          .hasSizeGreaterThan(1)
          .allMatch(event -> seen.add(event.getInt("asyncId")));
      assertThat(created)
          .allMatch(event -> Set.of(id, "").contains(context(event).getString("requestId", "")));
    }
  }

  @Test
  @DisplayName("is recorded only for those who ask for it")
  void isAskedFor(ExamplesClient examples) throws IOException {
    String id = id();
    examples.get("api/users/7/data").header("X-Request-Id", id).send();

    Problems.assertProblem(examples.get("api/timelines/" + id).send(), 404);
  }

  private static List<JsonObject> recorded(ExamplesClient examples, String path)
      throws IOException {
    String id = id();
    record(examples.get(path), id);
    return timeline(examples, id);
  }

  private static void record(Call call, String id) throws IOException {
    Answer answer = call.as("alice").header("X-Request-Id", id).header("X-Record", "true").send();
    assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
  }

  /** The events of a request, once it is over. */
  private static List<JsonObject> timeline(ExamplesClient examples, String id) throws IOException {
    return awaitTimeline(examples, id, events -> true);
  }

  private static List<JsonObject> awaitTimeline(
      ExamplesClient examples, String id, Predicate<List<JsonObject>> wanted) throws IOException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(deadline)) {
      Answer answer = examples.get("api/timelines/" + id).send();
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonObject timeline = answer.json(JsonObject.class);
      List<JsonObject> events = timeline.getJsonArray("events").getValuesAs(JsonObject.class);
      if (timeline.getBoolean("over") && wanted.test(events)) {
        return events;
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    throw new AssertionError("Not so within " + LIMIT + ": " + id);
  }

  /** The events of each future. */
  private static List<List<String>> lives(List<JsonObject> events) {
    return created(events).stream()
        .filter(TimelineCheck::isFuture)
        .map(future -> lifeOf(future.getInt("asyncId"), events))
        .toList();
  }

  private static List<String> lifeOf(int asyncId, List<JsonObject> events) {
    return events.stream()
        .filter(event -> event.getInt("asyncId") == asyncId)
        .map(event -> event.getString("event"))
        .toList();
  }

  private static boolean isFuture(JsonObject created) {
    return creation(created).getString("type").equals("PROMISE");
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static List<JsonObject> created(List<JsonObject> events) {
    return events.stream().filter(event -> event.getString("event").equals("init")).toList();
  }

  private static JsonObject creation(JsonObject event) {
    return event.getJsonObject("creation");
  }

  private static JsonObject context(JsonObject event) {
    return creation(event).getJsonObject("context");
  }

  private static Set<String> threads(List<JsonObject> events, String kind) {
    return events.stream()
        .filter(event -> event.getString("event").equals(kind))
        .map(event -> event.getString("thread"))
        .collect(toSet());
  }
}
