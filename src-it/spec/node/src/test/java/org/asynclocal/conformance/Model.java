package org.asynclocal.conformance;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The semantics in their plainest form: a map for what is in force, copied at every change. Knows
 * one flow, which may change threads.
 */
final class Model {
  private static final Object EXITED = new Object();

  private final String[] defaults;
  private final int[] generations;
  private Map<Integer, Binding> inForce = Map.of();

  /** A value, and after how many calls of {@code disable} it was bound. */
  private record Binding(@Nullable Object value, int generation) {}

  Model(String[] defaults) {
    this.defaults = defaults.clone();
    this.generations = new int[defaults.length];
  }

  int storages() {
    return defaults.length;
  }

  Object capture() {
    return inForce;
  }

  @SuppressWarnings("unchecked") // only captures of this class come back
  void replay(Object captured) {
    inForce = (Map<Integer, Binding>) captured;
  }

  void bind(int storage, @Nullable Object value) {
    set(storage, new Binding(value, generations[storage]));
  }

  void exit(int storage) {
    bind(storage, EXITED);
  }

  void disable(int storage) {
    generations[storage]++;
  }

  /** The state from which {@link #restore} restores one storage. */
  @Nullable Object binding(int storage) {
    return inForce.get(storage);
  }

  void restore(int storage, @Nullable Object binding) {
    set(storage, (Binding) binding);
  }

  boolean isBound(int storage) {
    Binding binding = live(storage);
    return binding != null && binding.value != EXITED;
  }

  @Nullable Object store(int storage) {
    Binding binding = live(storage);
    if (binding == null) {
      return defaults[storage].isEmpty() ? null : defaults[storage];
    }
    return binding.value == EXITED ? null : binding.value;
  }

  private @Nullable Binding live(int storage) {
    Binding binding = inForce.get(storage);
    return binding != null && binding.generation == generations[storage] ? binding : null;
  }

  private void set(int storage, @Nullable Binding binding) {
    Map<Integer, Binding> changed = new HashMap<>(inForce);
    if (binding == null) {
      changed.remove(storage);
    } else {
      changed.put(storage, binding);
    }
    inForce = changed;
  }
}
