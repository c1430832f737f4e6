package org.asynclocal.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asynclocal.agent.edit.CapturedField;
import org.jspecify.annotations.Nullable;

/** Edits the classes of the table when they are loaded. */
final class Transformer implements ClassFileTransformer {
  private final Map<String, List<Target>> targets = new HashMap<>();
  private final Map<String, CapturedField> fields = new HashMap<>();

  Transformer(List<Target> all, List<CapturedField> fields) {
    for (Target target : all) {
      of(target.type()).add(target);
    }
    for (CapturedField field : fields) {
      this.fields.put(field.owner(), field);
      of(field.owner()); // without a target of its own it still gets the field
    }
  }

  private List<Target> of(String type) {
    List<Target> known = targets.get(type);
    if (known == null) {
      known = new ArrayList<>();
      targets.put(type, known);
    }
    return known;
  }

  boolean isTarget(Class<?> type) {
    return isJdk(type.getClassLoader()) && targets.containsKey(type.getName().replace('.', '/'));
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    List<Target> wanted = name == null ? null : targets.get(name);
    if (name == null || wanted == null || !isOf(loader, wanted)) {
      return null;
    }
    try {
      return edit(bytes, name, wanted);
    } catch (Throwable failed) {
      Report.line(name.replace('/', '.') + " stays as it is: " + failed);
      return null;
    }
  }

  private static boolean isOf(@Nullable ClassLoader loader, List<Target> wanted) {
    return isJdk(loader) != isLibrary(wanted);
  }

  private static boolean isLibrary(List<Target> wanted) {
    return !wanted.isEmpty() && wanted.get(0).kind() == Kind.LIBRARIES;
  }

  private static boolean isJdk(@Nullable ClassLoader loader) {
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  byte[] edit(byte[] bytes, String name, List<Target> wanted) {
    EditedClass edited = new EditedClass(wanted, fields.get(name));
    byte[] result = edited.apply(bytes);
    List<Target> missing = edited.missing();
    if (!missing.isEmpty() && !isLibrary(wanted)) {
      throw new IllegalStateException("not found " + missing);
    }
    return result;
  }
}
