package org.asynclocal.it.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;

/** Finds in a heap dump what holds a class loader. */
final class HeapPath {
  private static final int LONGEST = 100;

  private HeapPath() {}

  /** The shortest path from a root to each loader that has loaded a class of this name. */
  static String toRoot(Path dump, String className) throws IOException {
    Heap heap = HeapFactory.createHeap(dump.toFile());
    StringBuilder paths = new StringBuilder(dump.toString());
    for (Object each : heap.getJavaClassesByRegExp(className.replace(".", "\\."))) {
      paths.append(System.lineSeparator()).append(className).append(" is held by ");
      paths.append(String.join(" <- ", path(((JavaClass) each).getClassLoader())));
    }
    return paths.toString();
  }

  private static List<String> path(Instance loader) {
    List<String> path = new ArrayList<>();
    Instance holder = loader;
    while (holder != null && path.size() < LONGEST) {
      path.add(holder.getJavaClass().getName());
      Instance next = holder.isGCRoot() ? null : holder.getNearestGCRootPointer();
      holder = next == holder ? null : next;
    }
    return path;
  }
}
