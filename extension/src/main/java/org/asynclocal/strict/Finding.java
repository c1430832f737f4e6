package org.asynclocal.strict;

import org.jspecify.annotations.Nullable;

/**
 * One finding of strict mode.
 *
 * @param mistake of what kind
 * @param storage the storage's name; empty where it has none, or where no single storage is
 *     concerned
 * @param lastBound where the storage was bound last; null if that is not known
 * @param lastBoundCreatedAt where the resource that ran there was created; null if there was none
 * @param firstWithout where it is missing, or where the mistake was made
 * @param firstWithoutCreatedAt where the resource that ran there was created; null if there was
 *     none
 */
public record Finding(
    Mistake mistake,
    String storage,
    @Nullable Site lastBound,
    @Nullable Site lastBoundCreatedAt,
    Site firstWithout,
    @Nullable Site firstWithoutCreatedAt) {

  /**
   * The message that is logged.
   *
   * @return id, what happened, the places, what to do
   */
  public String text() {
    return mistake.message().text(storage, firstWithout, places());
  }

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
