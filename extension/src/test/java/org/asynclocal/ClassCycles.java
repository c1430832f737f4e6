package org.asynclocal;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the classes that depend on each other in a circle, nested ones as part of their outer. */
final class ClassCycles {
  private final Map<String, Set<String>> uses = new HashMap<>();

  ClassCycles(JavaClasses all) {
    for (JavaClass type : all) {
      uses.computeIfAbsent(outermost(type), name -> new HashSet<>())
          .addAll(
              type.getDirectDependenciesFromSelf().stream()
                  .map(Dependency::getTargetClass)
                  .filter(target -> target.getPackageName().startsWith(ArchitectureTest.ROOT))
                  .map(ClassCycles::outermost)
                  .collect(Collectors.toSet()));
    }
  }

  private static String outermost(JavaClass type) {
    return type.getName().split("[$]", 2)[0];
  }

  /** Sets of classes each of which leads to all others of its set. */
  List<Set<String>> found() {
    Map<String, Set<String>> reached = new HashMap<>();
    uses.keySet().forEach(name -> reached.put(name, reachedFrom(name)));
    List<Set<String>> found = new ArrayList<>();
    for (String name : uses.keySet()) {
      Set<String> circle =
          reached.getOrDefault(name, Set.of()).stream()
              .filter(other -> reached.getOrDefault(other, Set.of()).contains(name))
              .collect(Collectors.toCollection(TreeSet::new));
      if (circle.size() > 1 && !found.contains(circle)) {
        found.add(circle);
      }
    }
    return found;
  }

  private Set<String> reachedFrom(String start) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(uses.getOrDefault(start, Set.of()));
    while (!next.isEmpty()) {
      String name = next.pop();
      if (seen.add(name)) {
        next.addAll(uses.getOrDefault(name, Set.of()));
      }
    }
    return seen;
  }
}
