package org.asynclocal.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.asynclocal.agent.edit.CapturedField;
import org.asynclocal.agent.hub.Hub;
import org.jspecify.annotations.Nullable;

/**
 * With this agent, code that wraps nothing keeps the store: {@code
 * -javaagent:asynclocal-agent.jar}.
 *
 * <p>What runs at the start uses neither lambdas nor streams nor sets of records: they are linked
 * at run time, which takes longer than all the rest.
 */
public final class Agent {
  /** The JDKs that the targets were tested with. */
  private static final Set<Integer> TESTED = Set.of(17, 25);

  private Agent() {}

  /** Called by the JVM before the application's {@code main}. */
  public static void premain(@Nullable String arguments, Instrumentation instrumentation) {
    try {
      AgentSettings settings = new AgentSettings(arguments);
      if (settings.isEnabled() && isSupported(settings)) {
        start(settings, instrumentation);
      }
    } catch (Throwable failed) { // the application starts all the same
      Report.line("off, it could not start: " + failed);
    }
  }

  private static boolean isSupported(AgentSettings settings) {
    String vm = System.getProperty("java.vm.name", "");
    if (vm.contains("OpenJ9")) {
      Report.line("off, " + vm + " is not supported: it needs HotSpot");
      return false;
    }
    int jdk = Runtime.version().feature();
    if (TESTED.contains(jdk) || settings.triesUntested()) {
      return true;
    }
    Report.line(
        "off, it was never tested with JDK "
            + jdk
            + "; asynclocal.agent.untested=true tries it all the same");
    return false;
  }

  private static void start(AgentSettings settings, Instrumentation instrumentation)
      throws Exception {
    long begin = System.nanoTime();
    HubInstaller.install(instrumentation);
    Hub.configure(settings.excluded(), settings.longDelayNanos());
    TargetTable table = new TargetTable();
    Set<Kind> kinds = settings.kinds();
    List<Target> all = table.of(Runtime.version().feature());
    all.addAll(table.libraries());
    List<Target> targets = new ArrayList<>();
    for (Target target : all) {
      if (kinds.contains(target.kind())) {
        targets.add(target);
      }
    }
    Transformer transformer = new Transformer(targets, table.fields());
    editLoaded(instrumentation, transformer, table.fields());
    if (settings.isVerbose()) {
      long millis = (System.nanoTime() - begin) / 1_000_000;
      Report.line("on, " + targets.size() + " targets, " + millis + " ms");
    }
  }

  private static void editLoaded(
      Instrumentation instrumentation, Transformer transformer, List<CapturedField> fields)
      throws UnmodifiableClassException {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (transformer.isTarget(type)) {
        loaded.add(type);
      }
    }
    for (Class<?> type : loaded) {
      for (CapturedField field : fields) {
        if (field.owner().equals(type.getName().replace('.', '/'))) {
          field.useMap();
        }
      }
    }
    instrumentation.addTransformer(transformer, true);
    for (Class<?> type : loaded) {
      instrumentation.retransformClasses(type);
    }
  }
}
