package org.asynclocal.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asynclocal.internal.binding.Garbage;
import org.asynclocal.strict.StrictMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application with a copy of the library of its own, as in a WAR, after it was undeployed. */
class UnloadedCopyTest {
  @ParameterizedTest
  @ValueSource(classes = {WithHook.class, WithStrictMode.class})
  void nothing_holds_the_classes_of_an_application_that_disabled_its_hook_or_strict_mode(
      Class<?> application) throws Exception {
    WeakReference<ClassLoader> loader = runInItsOwnLoader(application.getName());

    assertThat(Garbage.eventually(() -> loader.refersTo(null))).isTrue();
  }

  private static WeakReference<ClassLoader> runInItsOwnLoader(String application) throws Exception {
    try (URLClassLoader loader =
        new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
      Class<?> type = Class.forName(application, true, loader);
      assertThat(type.getClassLoader()).isSameAs(loader);
      ((Runnable) type.getConstructor().newInstance()).run();
      return new WeakReference<>(loader);
    }
  }

  private static URL[] classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return urls.toArray(URL[]::new);
  }

  /** Keeps a resource that a hook would be told of at its collection. */
  public static final class WithHook implements Runnable {
    static @Nullable AsyncResource kept;

    @Override
    public void run() {
      AsyncHook hook = AsyncHooks.createHook(new Destroyable()).enable();
      kept = new AsyncResource("KEPT");
      hook.disable();
    }
  }

  /** Keeps a resource that was created in strict mode. */
  public static final class WithStrictMode implements Runnable {
    static @Nullable AsyncResource kept;

    @Override
    public void run() {
      StrictMode.enable();
      kept = new AsyncResource("KEPT");
      StrictMode.disable();
    }
  }

  /** Gets the events of destroyed resources. */
  public static final class Destroyable implements HookListener {
    @Override
    public void destroy(long asyncId) {}
  }
}
