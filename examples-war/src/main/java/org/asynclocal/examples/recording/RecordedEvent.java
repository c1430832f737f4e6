package org.asynclocal.examples.recording;

import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a resource.
 *
 * @param event {@code init}, {@code before}, {@code after} or {@code destroy}
 * @param asyncId the resource's id
 * @param executionAsyncId the id of what ran on the thread of the event; 0 where nothing known did
 * @param creation what is known of the resource since its creation; null but for {@code init}
 */
public record RecordedEvent(
    String event, long asyncId, long executionAsyncId, @Nullable Creation creation) {

  /**
   * A resource's creation.
   *
   * @param type its type
   * @param triggerAsyncId the id of what triggered it
   */
  public record Creation(String type, long triggerAsyncId) {}
}
