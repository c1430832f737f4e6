package org.asynclocal.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * Lines of time against something, both on a logarithmic scale, as an SVG that follows the reader's
 * light or dark colours.
 *
 * @param title what the picture shows
 * @param xAxis what the times are held against
 * @param series the lines by their names, in the order of the colours
 */
record Plot(String title, String xAxis, Map<String, SortedMap<Integer, Double>> series) {
  private static final int LEFT = 62;
  private static final int RIGHT = 470;
  private static final int TOP = 44;
  private static final int BOTTOM = 312;
  private static final int LEGEND = 18;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 366" role="img" aria-label="TITLE">
      <style>
        svg { background: #fff; font: 12px system-ui, sans-serif; fill: #222; color: #ddd }
        .s0 { color: #1f5fbf } .s1 { color: #c4501b } .s2 { color: #14815b } .s3 { color: #9a6b00 }
        .s4 { color: #b0336f } .s5 { color: #6b4fc0 } .s6 { color: #2b7f8c } .s7 { color: #666 }
        @media (prefers-color-scheme: dark) {
          svg { background: #161616; fill: #ddd; color: #444 }
          .s0 { color: #6aa9ff } .s1 { color: #f08a55 } .s2 { color: #4cc495 } .s3 { color: #d9a520 }
          .s4 { color: #ee86b5 } .s5 { color: #a894f0 } .s6 { color: #5fc0cf } .s7 { color: #aaa }
        }
        path, line { stroke: currentColor; fill: none } .line { stroke-width: 1.6 } .s0 .line { stroke-width: 3 }
        circle, rect { fill: currentColor } .title { font-size: 14px; font-weight: 600 }
      </style>
      """;

  String svg() {
    StringBuilder svg = new StringBuilder(HEAD.replace("TITLE", title));
    text(svg, LEFT, 24, "start\" class=\"title", title);
    text(svg, (LEFT + RIGHT) / 2.0, BOTTOM + 40, "middle", xAxis);
    text(svg, LEFT, TOP - 6, "end", "ns");
    List<Double> xs =
        values(series.values().stream().flatMap(s -> s.keySet().stream()).map(x -> (double) x));
    List<Double> ys = values(series.values().stream().flatMap(s -> s.values().stream()));
    DoubleUnaryOperator x = scale(xs.get(0), xs.get(xs.size() - 1), LEFT, RIGHT);
    double least = decade(ys.get(0));
    double most = Math.max(10 * least, 10 * decade(ys.get(ys.size() - 1)));
    DoubleUnaryOperator y = scale(least, most, BOTTOM, TOP);
    for (double at : xs) {
      text(svg, x.applyAsDouble(at), BOTTOM + 18, "middle", label(at));
    }
    for (double at = least; at <= most * 1.01; at *= 10) {
      double height = y.applyAsDouble(at);
      add(svg, "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, RIGHT, height, height);
      text(svg, LEFT - 8, height + 4, "end", label(at));
    }
    int index = 0;
    for (Map.Entry<String, SortedMap<Integer, Double>> one : series.entrySet()) {
      line(svg, index++, one.getKey(), one.getValue(), x, y);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void line(
      StringBuilder svg,
      int index,
      String name,
      SortedMap<Integer, Double> points,
      DoubleUnaryOperator x,
      DoubleUnaryOperator y) {
    add(svg, "<g class=\"s%d\">", index % 8);
    List<String> path = new ArrayList<>();
    points.forEach(
        (at, nanos) -> {
          double right = x.applyAsDouble(at);
          double down = y.applyAsDouble(nanos);
          path.add(String.format(Locale.ROOT, "%.1f %.1f", right, down));
          add(
              svg,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\"><title>%s: %s ns</title></circle>",
              right,
              down,
              name,
              label(nanos));
        });
    add(svg, "<path class=\"line\" d=\"M%s\"/>", String.join(" L", path));
    int height = TOP + index * LEGEND;
    add(svg, "<rect x=\"%d\" y=\"%d\" width=\"12\" height=\"4\"/></g>", RIGHT + 16, height);
    text(svg, RIGHT + 34, height + 6, "start", name);
  }

  private static List<Double> values(Stream<Double> values) {
    return values.distinct().sorted().toList();
  }

  private static DoubleUnaryOperator scale(double from, double to, double start, double end) {
    double width = Math.max(Math.log(to / from), 1e-9);
    return value -> start + (end - start) * Math.log(value / from) / width;
  }

  private static double decade(double value) {
    return Math.pow(10, Math.floor(Math.log10(value)));
  }

  private static String label(double value) {
    return value >= 10 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }

  private static void text(StringBuilder svg, double x, double y, String anchor, String text) {
    add(svg, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, text);
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /**
   * The plot of several benchmarks against a parameter.
   *
   * @param benchmarks their names by those of the lines
   * @param each whether to show the time of a whole or of each of what the parameter counts
   */
  static Plot of(
      Results results,
      String title,
      String parameter,
      Map<String, String> benchmarks,
      boolean each) {
    Map<String, SortedMap<Integer, Double>> series = new LinkedHashMap<>();
    benchmarks.forEach(
        (line, benchmark) -> {
          SortedMap<Integer, Double> points = new TreeMap<>();
          for (int value : new int[] {1, 8, 10, 100, 1000}) {
            String name = value == 1 ? benchmark : benchmark + " " + parameter + "=" + value;
            results.row(name).ifPresent(row -> points.put(value, row.nanos() / (each ? value : 1)));
          }
          if (points.size() > 1) {
            series.put(line, points);
          }
        });
    return new Plot(title, parameter, series);
  }
}
