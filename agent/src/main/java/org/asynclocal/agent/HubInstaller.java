package org.asynclocal.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
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

  /** Defines the classes. From here on, what the agent's code calls {@code Hub} is there. */
  static void install(Instrumentation instrumentation) throws IOException, IllegalAccessException {
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
    String location =
        HubInstaller.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    try (JarFile jar = new JarFile(URLDecoder.decode(location, StandardCharsets.UTF_8))) {
      for (String name : CLASSES) {
        lookup.defineClass(bytes(jar, HubClass.PREFIX + name + ".class"));
      }
    }
  }

  private static byte[] bytes(JarFile jar, String name) throws IOException {
    ZipEntry entry = jar.getEntry(name);
    if (entry == null) {
      throw new IOException(jar.getName() + " has no " + name);
    }
    try (InputStream stream = jar.getInputStream(entry)) {
      return stream.readAllBytes();
    }
  }
}
