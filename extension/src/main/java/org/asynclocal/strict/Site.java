package org.asynclocal.strict;

import java.io.Serial;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.jspecify.annotations.Nullable;

/**
 * A place in the program, on one thread.
 *
 * @param thread the thread's name
 * @param resource the asynchronous resource that ran there, as {@code TYPE(id)}; null if none was
 *     known
 * @param stack the stack, the newest frame first, without the library's own frames at its top
 * @since 1.0
 */
public record Site(String thread, @Nullable String resource, List<StackTraceElement> stack) {
  /** The library's own frames, which are of no use to the application. */
  private static final Pattern OWN =
      Pattern.compile(
          "org\\.asynclocal\\.((internal|hooks|strict)\\.|AsyncLocalStorage|ContextSnapshot|StorageValues"
              + "|BoundInterface).*");

  private static final Pattern PLATFORM = Pattern.compile("(java|jdk|sun)\\..*");

  static Site here() {
    return new Site(
        Thread.currentThread().getName(), nameOf(AsyncHooks.executionAsyncResource()), stackHere());
  }

  /**
   * Returns the first frame of the application or of one of its libraries.
   *
   * @return its class, method and line; the platform's own frame if there is no other
   */
  public String location() {
    return stack.stream()
        .filter(frame -> !matches(PLATFORM, frame) && !matches(OWN, frame))
        .findFirst()
        .or(() -> stack.stream().findFirst())
        .map(StackTraceElement::toString)
        .orElse("an unknown place");
  }

  private static @Nullable String nameOf(AsyncResource resource) {
    return resource.asyncId() == 0 ? null : resource.toString();
  }

  private static List<StackTraceElement> stackHere() {
    return Arrays.stream(new Stack().getStackTrace())
        .dropWhile(frame -> matches(OWN, frame))
        .toList();
  }

  private static boolean matches(Pattern pattern, StackTraceElement frame) {
    return pattern.matcher(frame.getClassName()).matches();
  }

  /**
   * Returns the place as messages show it.
   *
   * @return the thread, the resource and the location
   */
  @Override
  public String toString() {
    String running = resource == null ? "" : " in " + resource;
    return "thread '" + thread + "'" + running + " at " + location();
  }

  private static final class Stack extends Throwable {
    @Serial private static final long serialVersionUID = 1L;
  }
}
