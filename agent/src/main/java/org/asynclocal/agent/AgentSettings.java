package org.asynclocal.agent;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The configuration: {@code asynclocal.agent.*} as system properties, or without that beginning as
 * arguments of the agent, {@code -javaagent:asynclocal-agent.jar=verbose=true,timers=false}. A
 * value that cannot be understood is reported, and the default holds.
 */
final class AgentSettings {
  private static final String PREFIX = "asynclocal.agent.";

  /** Libraries whose long-lived threads and timers are started by the first request that comes. */
  private static final List<String> EXCLUDED =
      List.of(
          "com.github.benmanes.caffeine.cache.",
          "com.zaxxer.hikari.",
          "io.agroal.pool.",
          "io.grpc.internal.",
          "io.netty.util.concurrent.",
          "io.reactivex.rxjava3.internal.schedulers.IoScheduler$CachedWorkerPool",
          "io.reactivex.rxjava3.internal.schedulers.SchedulerPoolFactory",
          "io.vertx.core.",
          "okhttp3.",
          "okio.AsyncTimeout",
          "org.apache.kafka.",
          "org.eclipse.jetty.util.thread.",
          "org.glassfish.grizzly.",
          "org.jboss.threads.",
          "org.xnio.",
          "reactor.core.scheduler.BoundedElasticScheduler.init",
          "reactor.core.scheduler.BoundedElasticScheduler.start");

  private final Map<String, String> arguments = new HashMap<>();

  AgentSettings(@Nullable String agentArguments) {
    if (agentArguments != null) {
      for (String argument : agentArguments.split(",", -1)) {
        int equals = argument.indexOf('=');
        if (equals > 0) {
          arguments.put(
              argument.substring(0, equals).trim(), argument.substring(equals + 1).trim());
        } else if (!argument.isBlank()) {
          Report.line("argument " + argument + " is not understood: write name=value");
        }
      }
    }
  }

  boolean isEnabled() {
    return flag("enabled", true);
  }

  boolean isVerbose() {
    return flag("verbose", false);
  }

  /** Returns whether to try a JDK that the agent was never tested with. */
  boolean triesUntested() {
    return flag("untested", false);
  }

  Set<Kind> kinds() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Kind kind : Kind.values()) {
      if (flag(kind.setting(), true)) {
        kinds.add(kind);
      }
    }
    return kinds;
  }

  /** From which delay on a scheduled task is looked at as one that lasts long. */
  long longDelayNanos() {
    String value = value("long-delay-ms");
    if (value != null) {
      try {
        long millis = Long.parseLong(value);
        if (millis >= 0) {
          return TimeUnit.MILLISECONDS.toNanos(millis);
        }
      } catch (NumberFormatException reported) {
        // as a negative one
      }
      misunderstood("long-delay-ms", value, "1000");
    }
    return TimeUnit.SECONDS.toNanos(1);
  }

  /** Returns the prefixes of classes whose long-lived threads and timers have no store. */
  String[] excluded() {
    List<String> excluded = new ArrayList<>();
    String[] included = names("include");
    for (String prefix : EXCLUDED) {
      if (!startsWithAny(prefix, included)) {
        excluded.add(prefix);
      }
    }
    for (String prefix : names("exclude")) {
      excluded.add(prefix);
    }
    return excluded.toArray(new String[0]);
  }

  private String[] names(String setting) {
    String value = value(setting);
    return value == null || value.isBlank() ? new String[0] : value.trim().split("[ ;]+", -1);
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private boolean flag(String name, boolean otherwise) {
    String value = value(name);
    if (value == null) {
      return otherwise;
    }
    if (value.equals("true") || value.equals("false")) {
      return value.equals("true");
    }
    misunderstood(name, value, String.valueOf(otherwise));
    return otherwise;
  }

  private @Nullable String value(String name) {
    String argument = arguments.get(name);
    return argument != null ? argument : System.getProperty(PREFIX + name);
  }

  private static void misunderstood(String name, String value, String otherwise) {
    Report.line(PREFIX + name + '=' + value + " is not understood, " + otherwise + " is used");
  }
}
