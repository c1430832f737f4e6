package org.asynclocal.strict;

import org.jspecify.annotations.Nullable;

/**
 * A mistake that strict mode found, with the places that explain it. {@link StrictMode#addListener}
 * passes findings to the application:
 *
 * <pre>{@code
 * StrictMode.addListener(finding -> findings.add(finding.text()));
 * }</pre>
 *
 * @param mistake the kind of mistake
 * @param storage the storage's name; empty if it has none, or if no single storage is concerned
 * @param lastBound the place that bound the storage last; null if it is unknown
 * @param lastBoundCreatedAt the place that created the resource that ran there; null if none ran
 * @param firstWithout the place where the value is missing, or where the mistake was made
 * @param firstWithoutCreatedAt the place that created the resource that ran there; null if none ran
 * @since 1.0
 */
public record Finding(
    Mistake mistake,
    String storage,
    @Nullable Site lastBound,
    @Nullable Site lastBoundCreatedAt,
    Site firstWithout,
    @Nullable Site firstWithoutCreatedAt) {

  /**
   * Returns the message that is logged.
   *
   * @return the id, what happened, the places, and what to do
   */
  public String text() {
    return mistake.message().text(storage, firstWithout, places());
  }

  /** Returns sentences on the other places, each with a space before it. */
  String places() {
    StringBuilder places = new StringBuilder();
    if (firstWithoutCreatedAt != null) {
      places.append(" It was created on ").append(firstWithoutCreatedAt).append('.');
    }
    if (lastBound != null) {
      places.append(" The storage was last bound on ").append(lastBound);
      if (lastBoundCreatedAt != null) {
        places.append(", which was created on ").append(lastBoundCreatedAt);
      }
      places.append('.');
    }
    return places.toString();
  }
}
