package org.asynclocal.contract;

/** A provider as its runtime sees it, whichever specification it implements. */
public interface ContextType {
  Captured current();

  Captured cleared();

  /** The specification's own object, after it was serialized and read back. */
  Captured readBack(Object snapshot);

  /** A snapshot. */
  interface Captured {
    Begun begin();

    /** The specification's own object. */
    Object snapshot();
  }

  /** A controller or restorer. */
  interface Begun {
    void end();
  }
}
