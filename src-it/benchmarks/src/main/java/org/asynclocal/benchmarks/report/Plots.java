package org.asynclocal.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How costs grow with storages, depth, threads and the length of a chain. */
final class Plots {
  private static final List<String> PEERS =
      List.of(
          "AsyncLocal",
          "RawThreadLocal",
          "OpenTelemetry",
          "Grpc",
          "Transmittable",
          "Micrometer",
          "NettyFastThreadLocal");

  private static final String CHAIN = "SmallRyeExecutor.chain";

  private Plots() {}

  /** Draws those of which the run has at least two points of a line. */
  static void draw(Results results, Path folder) throws IOException {
    draw(results, folder, "getStore", "getStore", "n", false);
    draw(results, folder, "run", "run", "n", false);
    draw(results, folder, "capture", "capture", "n", false);
    draw(results, folder, "captureWrapRun", "capture, wrap, run", "n", false);
    draw(results, folder, "nestedRun", "nested runs, each", "depth", true);
    draw(results, folder, "getStore", "getStore", "threads", false);
    draw(results, folder, "run", "run", "threads", false);
    Map<String, String> chains = new LinkedHashMap<>();
    chains.put("AsyncLocal", CHAIN + " providers=AsyncLocal");
    chains.put("no provider", CHAIN);
    write(
        Plot.of(results, "SmallRye: each stage of a chain", "stages", chains, true),
        folder,
        "chain");
  }

  private static void draw(
      Results results, Path folder, String benchmark, String title, String parameter, boolean each)
      throws IOException {
    Map<String, String> benchmarks = new LinkedHashMap<>();
    PEERS.forEach(peer -> benchmarks.put(peer, peer + "." + benchmark));
    Plot plot = Plot.of(results, title, parameter, benchmarks, each);
    write(plot, folder, benchmark + "-" + parameter);
  }

  private static void write(Plot plot, Path folder, String name) throws IOException {
    if (!plot.series().isEmpty()) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".svg"), plot.svg());
    }
  }
}
