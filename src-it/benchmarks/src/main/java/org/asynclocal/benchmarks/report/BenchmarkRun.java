package org.asynclocal.benchmarks.report;

import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks and writes what came out: JMH's JSON, all rows, the goals and the plots.
 *
 * <p>A round forks each case once, and a long run makes several rounds, so that what the machine
 * does for a while besides does not meet all forks of one case. Iterations are short and many, so
 * that some are undisturbed. Cases with several threads differ more from fork to fork: those with
 * eight are forked twice a round, the handoff to a pool four times.
 */
public final class BenchmarkRun {
  private static final System.Logger LOG = System.getLogger(BenchmarkRun.class.getName());

  private static final String FEW = "(AsyncLocal|RawThreadLocal|OpenTelemetry|Grpc)";
  static final String ALL =
      "(AsyncLocal|RawThreadLocal|OpenTelemetry|Grpc|Transmittable|Micrometer|NettyFastThreadLocal)";

  private static final String CLASS_PATH = "java.class.path";

  private final String peers;
  private final int iterations;
  private final String quarkus;

  BenchmarkRun(String peers, int iterations, String quarkus) {
    this.peers = peers;
    this.iterations = iterations;
    this.quarkus = quarkus;
  }

  /**
   * Runs all cases.
   *
   * @param args the folder for the results; how many rounds; how many iterations each; the peers,
   *     "few" or "all"; the classes of the module for Quarkus
   */
  public static void main(String[] args) throws IOException, RunnerException {
    Path folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    int iterations = Integer.parseInt(args[2]);
    BenchmarkRun run = new BenchmarkRun(args[3].equals("all") ? ALL : FEW, iterations, args[4]);
    Collection<RunResult> results = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      for (ChainedOptionsBuilder cases : run.cases()) {
        results.addAll(new Runner(cases.build()).run());
      }
      results.addAll(run.onQuarkus());
      report(results, folder, "round " + round + " of " + rounds);
    }
  }

  private static void report(Collection<RunResult> results, Path folder, String round)
      throws IOException {
    Files.createDirectories(folder);
    ResultFormatFactory.getInstance(
            ResultFormatType.JSON, folder.resolve("benchmarks.json").toString())
        .writeOut(results);
    Results rows = Results.of(results);
    Plots.draw(rows, folder.resolve("plots"));
    String goals = Goals.report(rows);
    Files.writeString(folder.resolve("goals.md"), goals);
    Files.writeString(folder.resolve("rows.md"), rows.table());
    Files.write(folder.resolve("rows.csv"), rows.csv());
    LOG.log(
        Level.INFO, round + ", JDK " + Runtime.version() + ", results in " + folder + "\n" + goals);
  }

  List<ChainedOptionsBuilder> cases() {
    String[] counts = {"1", "10", "100", "1000"};
    ChainedOptionsBuilder handoffs = of("(" + peers + "|BareExecutor).poolHandoff");
    ChainedOptionsBuilder threads = of(peers + ".(getStore|run|captureWrapRun)").threads(8);
    return List.of(
        handoffs,
        threads,
        handoffs,
        of(peers + ".(getStore|run|capture|captureWrapRun)").param("n", counts),
        handoffs,
        threads,
        handoffs,
        of(peers + ".nestedRun").param("depth", "1", "10"),
        of("SmallRyeExecutor.execute")
            .param(
                "providers",
                "None",
                "AsyncLocal",
                "Slow",
                "Fast",
                "CDI",
                "AsyncLocal+CDI",
                "Slow+CDI",
                "Fast+CDI"),
        of("SmallRyeExecutor.chain")
            .param("providers", "None", "AsyncLocal")
            .param("stages", "1", "10", "100"),
        of("JakartaProvider.*").param("providers", "None", "AsyncLocal"),
        of("Hooks.*").param("hooks", "off", "on"),
        of("(Hooks.nothing|VirtualThreads.*|ScopedValues.*)"));
  }

  /**
   * The slot for Quarkus serves a whole JVM, so it is on the class path for these cases alone: JMH
   * gives its forks the class path that this JVM says it has.
   */
  private Collection<RunResult> onQuarkus() throws RunnerException {
    String classPath = System.getProperty(CLASS_PATH);
    System.setProperty(CLASS_PATH, classPath + File.pathSeparator + quarkus);
    try {
      return new Runner(casesOnQuarkus().build()).run();
    } finally {
      System.setProperty(CLASS_PATH, classPath);
    }
  }

  ChainedOptionsBuilder casesOnQuarkus() {
    return of("EventLoop.*").param("bound", "entered", "scope");
  }

  private ChainedOptionsBuilder of(String cases) {
    return new OptionsBuilder()
        .include("\\." + cases.replace(".", "\\.").replace("\\.*", "\\..*") + "$")
        .forks(1)
        .warmupIterations(8)
        .warmupTime(TimeValue.milliseconds(80))
        .measurementIterations(iterations)
        .measurementTime(TimeValue.milliseconds(40))
        .addProfiler(GCProfiler.class)
        .verbosity(VerboseMode.SILENT);
  }
}
