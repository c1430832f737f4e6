package org.asynclocal.agent.hub;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The copies of the library that are in this JVM: one for each application that brings its own.
 *
 * <p>While there is one, what is captured is what that copy gave, and nothing is allocated here.
 */
final class Copies {
  /** The answer of a copy that must be asked with a type because it observes captures. */
  private static final Object ASK = true;

  private static volatile Copy[] all = {};

  /** The one copy; null while there are none or several. */
  private static volatile @Nullable Copy single;

  private Copies() {}

  static synchronized void add(Copy added) {
    int living = 0;
    for (Copy copy : all) {
      living += copy.get() == null ? 0 : 1;
    }
    Copy[] copies = new Copy[living + 1];
    int next = 0;
    for (Copy copy : all) {
      if (copy.get() != null && next < living) {
        copies[next++] = copy;
      }
    }
    copies[next] = added;
    publish(next + 1 == copies.length ? copies : Arrays.copyOf(copies, next + 1));
  }

  private static void publish(Copy[] copies) {
    all = copies;
    single = copies.length == 1 ? copies[0] : null;
  }

  static boolean isEmpty() {
    return all.length == 0;
  }

  /** Returns whether there is anything to capture. */
  static boolean isAnything() {
    return capture(null) != null;
  }

  /** Captures the current thread's stores for a resource of the type; null if there are none. */
  static @Nullable Object captured(String type) {
    Object captured = capture(null);
    return captured == ASK ? capture(type) : captured;
  }

  /**
   * The same for a task whose class may carry nothing. That is asked where there is something to
   * capture, and before a resource is created.
   */
  static @Nullable Object captured(String type, TaskClasses classes, Object task) {
    Object captured = capture(null);
    if (captured == null || !classes.carry(task)) {
      return null;
    }
    return captured == ASK ? capture(type) : captured;
  }

  /** Without a type, it is {@link #ASK} where a copy has to be asked with one. */
  private static @Nullable Object capture(@Nullable String type) {
    Copy one = single;
    return one != null ? one.capture(type) : all.length == 0 ? null : Several.capture(all, type);
  }

  /**
   * Puts what was captured on the current thread.
   *
   * @param captured what; null for nothing
   * @return what {@link #end} needs; null if there is nothing to end
   */
  static @Nullable Object begin(@Nullable Object captured) {
    Copy one = single;
    if (one != null) {
      return one.begin(captured instanceof Several several ? several.of(one) : captured);
    }
    return all.length == 0 ? null : Several.begin(all, captured);
  }

  /** Puts back what the thread had before. */
  static void end(@Nullable Object token) {
    if (token instanceof Several several) {
      several.end();
      return;
    }
    if (token == null) {
      return;
    }
    Copy one = single;
    if (one != null) {
      one.end(token);
      return;
    }
    for (Copy copy : all) { // a copy was added meanwhile: each leaves alone what is not its own
      copy.end(token);
    }
  }

  /**
   * Gives a thread that is not started yet what was captured.
   *
   * @return whether {@link #started} is to be called on that thread
   */
  static boolean seed(Thread thread, Object captured) {
    if (captured instanceof Several several) {
      return several.seed(thread);
    }
    Copy one = single;
    if (one == null) {
      return false;
    }
    one.seed(thread, captured);
    return one.isToldOfStart(captured);
  }

  /** The current thread, which was given what was captured, runs; ends as what was begun. */
  static @Nullable Object started(Object captured) {
    if (captured instanceof Several several) {
      return several.started();
    }
    Copy one = single;
    return one == null ? null : one.started(captured);
  }

  /** The captures, or the tokens, of several copies. */
  private static final class Several {
    private final Copy[] copies;
    private final @Nullable Object[] parts;

    private Several(Copy[] copies, @Nullable Object[] parts) {
      this.copies = copies;
      this.parts = parts;
    }

    static @Nullable Object capture(Copy[] copies, @Nullable String type) {
      @Nullable Object[] parts = null;
      for (int i = 0; i < copies.length; i++) {
        Object part = copies[i].capture(type);
        if (part == ASK) {
          return part;
        }
        if (part != null) {
          parts = parts == null ? new Object[copies.length] : parts;
          parts[i] = part;
        }
      }
      return parts == null ? null : new Several(copies, parts);
    }

    static Several begin(Copy[] copies, @Nullable Object captured) {
      @Nullable Object[] tokens = new Object[copies.length];
      for (int i = 0; i < copies.length; i++) {
        Copy copy = copies[i];
        tokens[i] = copy.begin(captured instanceof Several several ? several.of(copy) : captured);
      }
      return new Several(copies, tokens);
    }

    @Nullable Object of(Copy copy) {
      for (int i = 0; i < copies.length; i++) {
        if (copies[i] == copy) {
          return parts[i];
        }
      }
      return null;
    }

    void end() {
      for (int i = copies.length - 1; i >= 0; i--) {
        Object token = parts[i];
        if (token != null) {
          copies[i].end(token);
        }
      }
    }

    boolean seed(Thread thread) {
      boolean told = false;
      for (int i = 0; i < copies.length; i++) {
        Object part = parts[i];
        if (part != null) {
          copies[i].seed(thread, part);
          told |= copies[i].isToldOfStart(part);
        }
      }
      return told;
    }

    Several started() {
      @Nullable Object[] tokens = new Object[copies.length];
      for (int i = 0; i < copies.length; i++) {
        Object part = parts[i];
        tokens[i] = part == null ? null : copies[i].started(part);
      }
      return new Several(copies, tokens);
    }
  }
}
