package org.asynclocal.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class PlotTest {
  private final Results results = new Results();

  @BeforeEach
  void measure() {
    results.add("AsyncLocal.getStore", new Row(2, 0));
    results.add("AsyncLocal.getStore n=1000", new Row(4, 0));
    results.add("Grpc.getStore", new Row(2.5, 0));
    results.add("Grpc.getStore n=10", new Row(5, 0));
    results.add("Grpc.getStore n=1000", new Row(20, 0));
    results.add("OpenTelemetry.getStore", new Row(3, 0));
    results.add("AsyncLocal.nestedRun", new Row(9, 0));
    results.add("AsyncLocal.nestedRun depth=10", new Row(120, 0));
  }

  @Test
  @DisplayName("a plot is well-formed, with a line for each peer of more than one point")
  void well_formed(@TempDir Path folder) throws Exception {
    Plots.draw(results, folder);
    String svg = Files.readString(folder.resolve("getStore-n.svg"));
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    assertThat(document.getElementsByTagName("path").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("circle").getLength()).isEqualTo(5);
    assertThat(svg).contains(">AsyncLocal<", ">Grpc<").doesNotContain("OpenTelemetry", "NaN");
  }

  @Test
  @DisplayName("it follows the reader's light or dark colours")
  void light_and_dark(@TempDir Path folder) throws IOException {
    Plots.draw(results, folder);
    assertThat(folder.resolve("getStore-n.svg")).content().contains("prefers-color-scheme: dark");
  }

  @Test
  @DisplayName("nested runs are shown by the cost of each")
  void each(@TempDir Path folder) throws IOException {
    Plots.draw(results, folder);
    assertThat(folder.resolve("nestedRun-depth.svg")).content().contains("AsyncLocal: 12 ns");
  }

  @Test
  @DisplayName("nothing is drawn of what was not measured")
  void nothing_measured(@TempDir Path folder) throws IOException {
    Plots.draw(results, folder);
    assertThat(folder.resolve("getStore-n.svg")).exists();
    assertThat(folder.resolve("run-n.svg")).doesNotExist();
  }
}
