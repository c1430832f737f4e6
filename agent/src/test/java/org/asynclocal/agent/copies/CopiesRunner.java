package org.asynclocal.agent.copies;

import java.io.File;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** Runs applications, each in a class loader of its own, on threads that they share. */
public final class CopiesRunner {
  private static final int TASKS = 100_000;
  private static final int DEPLOYMENTS = 50;
  private static final int TRIES = 40;

  private final ThreadPoolExecutor pool =
      new ThreadPoolExecutor(2, 2, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());

  /** Its threads start outside of all applications: on JDK 17 a thread holds who started it. */
  private CopiesRunner() {
    pool.prestartAllCoreThreads();
  }

  /** Takes {@code mixed} or {@code undeploy}. */
  public static void main(String[] args) throws Exception {
    CopiesRunner runner = new CopiesRunner();
    System.out.println(args[0].equals("mixed") ? runner.mixed() : runner.undeployed());
    System.exit(0);
  }

  private String mixed() throws Exception {
    try (URLClassLoader one = loader();
        URLClassLoader two = loader()) {
      List<BiFunction<Object, Executor, CompletableFuture<Boolean>>> both =
          List.of(application(one), application(two));
      int wrong = 0;
      List<CompletableFuture<Boolean>> batch = new ArrayList<>();
      for (int i = 0; i < TASKS; i++) {
        batch.add(both.get(i % 2).apply(i, pool));
        if (batch.size() == 100) {
          wrong += (int) batch.stream().filter(seen -> !seen.join()).count();
          batch.clear();
        }
      }
      return TASKS + " tasks, " + wrong + " wrong";
    }
  }

  private String undeployed() throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < DEPLOYMENTS; i++) {
      loaders.add(deployed(i));
    }
    long left = DEPLOYMENTS;
    for (int i = 0; i < TRIES && left > 0; i++) {
      System.gc();
      Thread.sleep(25);
      left = loaders.stream().filter(loader -> !loader.refersTo(null)).count();
    }
    return DEPLOYMENTS + " undeployed, " + left + " left";
  }

  private WeakReference<ClassLoader> deployed(int value) throws Exception {
    try (URLClassLoader loader = loader()) {
      if (!application(loader).apply(value, pool).join()) {
        throw new IllegalStateException("The store is lost");
      }
      return new WeakReference<>(loader);
    }
  }

  private static URLClassLoader loader() throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked") // what the class implements
  private static BiFunction<Object, Executor, CompletableFuture<Boolean>> application(
      ClassLoader loader) throws ReflectiveOperationException {
    return (BiFunction<Object, Executor, CompletableFuture<Boolean>>)
        loader.loadClass(Application.class.getName()).getConstructor().newInstance();
  }
}
