package org.asynclocal.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.asynclocal.agent.edit.HubClass;

/**
 * Defines the hub in {@code java.base}, in the package {@code java.util.concurrent}: there every
 * class loader of every server sees it, with nothing appended to the boot class path.
 *
 * <p>The hub is compiled in a package of the agent. The build renames it, with everything that
 * names it, when it packs the jar.
 */
final class HubInstaller {
  /** The hub's classes; a superclass before those that extend it. */
  private static final List<String> CLASSES =
      List.of(
          "Carried",
          "Carried$OfTask",
          "Carried$OfCallable",
          "Carried$OfSupplier",
          "Carried$OfFunction",
          "Carried$OfBiFunction",
          "Carried$OfConsumer",
          "Carried$OfBiConsumer",
          "CarriedHandler",
          "CarriedListener",
          "Copies",
          "Copies$Several",
          "Copy",
          "Kept",
          "Kept$Key",
          "Pools",
          "Pools$Wrapper",
          "Site",
          "TaskClasses",
          "ThreadLocals",
          "Hub");

  private HubInstaller() {}

  /** Defines the classes and returns the hub itself. */
  static Class<?> install(Instrumentation instrumentation)
      throws IOException, IllegalAccessException {
    Module base = Object.class.getModule();
    instrumentation.redefineModule(
        base,
        Set.of(),
        Map.of(),
        Map.of("java.util.concurrent", Set.of(HubInstaller.class.getModule())),
        Set.of(),
        Map.of());
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(Executor.class, MethodHandles.lookup());
    Class<?> last = Executor.class;
    for (String name : CLASSES) {
      last = lookup.defineClass(bytes(name));
    }
    return last;
  }

  private static byte[] bytes(String name) throws IOException {
    String resource = '/' + HubClass.PREFIX + name + ".class";
    try (InputStream stream = HubInstaller.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("No " + resource);
      }
      return stream.readAllBytes();
    }
  }
}
