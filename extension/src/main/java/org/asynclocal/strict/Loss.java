package org.asynclocal.strict;

import org.jspecify.annotations.Nullable;

/**
 * One finding of strict mode.
 *
 * @param mistake of what kind
 * @param storage the storage's name; empty where it has none, or where no single storage is
 *     concerned
 * @param lastBound where the storage was bound last; null if that is not known
 * @param firstWithout where it is missing, or where the mistake was made
 * @param createdAt where the resource that runs there was created; null if there is none
 */
public record Loss(
    Mistake mistake,
    String storage,
    @Nullable Site lastBound,
    Site firstWithout,
    @Nullable Site createdAt) {

  /**
   * The message that is logged.
   *
   * @return id, what happened, the places, what to do
   */
  public String text() {
    return mistake.message().text(storage, firstWithout, places());
  }

  String places() {
    String created = createdAt == null ? "" : " It was created on " + createdAt + ".";
    String bound = lastBound == null ? "" : " The storage was last bound on " + lastBound + ".";
    return created + bound;
  }
}
