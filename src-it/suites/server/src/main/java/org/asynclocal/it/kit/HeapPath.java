package org.asynclocal.it.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.netbeans.lib.profiler.heap.GCRoot;
import org.netbeans.lib.profiler.heap.Heap;
import org.netbeans.lib.profiler.heap.HeapFactory;
import org.netbeans.lib.profiler.heap.Instance;
import org.netbeans.lib.profiler.heap.JavaClass;
import org.netbeans.lib.profiler.heap.JavaFrameGCRoot;
import org.netbeans.lib.profiler.heap.ObjectFieldValue;
import org.netbeans.lib.profiler.heap.PrimitiveArrayInstance;
import org.netbeans.lib.profiler.heap.Value;

/** Finds in a heap dump what holds a class loader. */
final class HeapPath {
  private static final int LONGEST = 100;

  private final Heap heap;

  private HeapPath(Heap heap) {
    this.heap = heap;
  }

  /** The shortest path from a root to each loader that has loaded a class of this name. */
  static String toRoot(Path dump, String className) throws IOException {
    HeapPath paths = new HeapPath(HeapFactory.createHeap(dump.toFile()));
    StringBuilder found = new StringBuilder(dump.toString());
    for (Object each : paths.heap.getJavaClassesByRegExp(className.replace(".", "\\."))) {
      found.append(System.lineSeparator()).append(className).append(" is held by ");
      found.append(String.join(" <- ", paths.of(((JavaClass) each).getClassLoader())));
    }
    return found.toString();
  }

  private List<String> of(Instance loader) {
    List<String> path = new ArrayList<>(List.of(loader.getJavaClass().getName()));
    Instance held = loader;
    while (!held.isGCRoot() && path.size() < LONGEST) {
      Instance holder = held.getNearestGCRootPointer();
      if (holder == null || holder.equals(held)) {
        return path;
      }
      path.add(holder.getJavaClass().getName() + field(held, holder));
      held = holder;
    }
    path.addAll(roots(held));
    return path;
  }

  private static String field(Instance held, Instance holder) {
    for (Object each : held.getReferences()) {
      Value reference = (Value) each;
      if (reference.getDefiningInstance().equals(holder)
          && reference instanceof ObjectFieldValue value) {
        return "." + value.getField().getName();
      }
    }
    return "";
  }

  private List<String> roots(Instance root) {
    return ((Collection<?>) heap.getGCRoots())
        .stream()
            .map(GCRoot.class::cast)
            .filter(each -> each.getInstance().equals(root))
            .map(each -> each.getKind() + thread(each))
            .distinct()
            .toList();
  }

  private static String thread(GCRoot root) {
    if (!(root instanceof JavaFrameGCRoot frame)) {
      return "";
    }
    Instance name = (Instance) frame.getThreadGCRoot().getInstance().getValueOfField("name");
    StringBuilder text = new StringBuilder(" of thread ");
    for (Object letter : ((PrimitiveArrayInstance) name.getValueOfField("value")).getValues()) {
      text.append((char) Integer.parseInt((String) letter));
    }
    return text.toString();
  }
}
