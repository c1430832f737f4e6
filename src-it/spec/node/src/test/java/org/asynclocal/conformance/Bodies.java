package org.asynclocal.conformance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * Runs bodies of scenarios, each on a thread of its own. A function of JDK types, so that one made
 * by another class loader can be called.
 */
public final class Bodies implements Function<Set<String>, Map<String, Object>> {
  private static final long DEADLINE_SECONDS = 60;

  private static final List<Class<?>> GROUPS =
      List.of(
          RunAndExit.class,
          EnterWithAndDisable.class,
          OptionsAndScope.class,
          BindAndSnapshot.class,
          Propagation.class,
          AsyncResources.class,
          Hooks.class,
          IdsAndPromises.class,
          ErrorsAndEmitter.class,
          Examples.class);

  private final Map<String, Method> bodies = new HashMap<>();

  /** Finds the bodies. */
  public Bodies() {
    for (Class<?> group : GROUPS) {
      for (Method method : group.getDeclaredMethods()) {
        Scenario scenario = method.getAnnotation(Scenario.class);
        if (scenario != null && bodies.put(scenario.value(), method) != null) {
          throw new IllegalStateException("two bodies for " + scenario.value());
        }
      }
    }
  }

  Set<String> ids() {
    return bodies.keySet();
  }

  /** The observations of these scenarios' bodies, or as text the exception that a body threw. */
  @Override
  public Map<String, Object> apply(Set<String> ids) {
    Map<String, Object> observed = new TreeMap<>();
    for (String id : ids) {
      Method body = bodies.get(id);
      if (body != null) {
        observed.put(id, observe(body));
      }
    }
    return observed;
  }

  private static Object observe(Method body) {
    FutureTask<Object> task = new FutureTask<>(() -> onStage(body));
    Thread thread = new Thread(task, body.getName());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      return String.valueOf(e.getCause());
    } catch (InterruptedException | TimeoutException e) {
      return e.toString();
    }
  }

  private static Object onStage(Method body) throws Exception {
    try (Stage stage = new Stage()) {
      return body.invoke(null, stage);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }
}
