package org.asynclocal.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.asynclocal.agent.edit.CapturedField;
import org.asynclocal.agent.edit.EditedMethod;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class with its targets edited. */
final class EditedClass {
  private final List<Target> targets;
  private final @Nullable CapturedField field;
  private final Set<Target> found = Collections.newSetFromMap(new IdentityHashMap<>());

  EditedClass(List<Target> targets, @Nullable CapturedField field) {
    this.targets = targets;
    this.field = field;
  }

  byte[] apply(byte[] original) {
    ClassReader reader = new ClassReader(original);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Editor(writer), ClassReader.EXPAND_FRAMES);
    return writer.toByteArray();
  }

  /** The targets that the class does not have. */
  List<Target> missing() {
    List<Target> missing = new ArrayList<>();
    for (Target target : targets) {
      if (!found.contains(target)) {
        missing.add(target);
      }
    }
    return missing;
  }

  private final class Editor extends ClassVisitor {
    private String type = "";

    Editor(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      super.visit(version, access, name, signature, superName, interfaces);
      type = name;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
        return method;
      }
      for (Target target : targets) {
        if (target.isMethod(name, descriptor)) {
          found.add(target);
          method = target.edit().before(method, new EditedMethod(type, access, name, descriptor));
        }
      }
      return method;
    }

    @Override
    public void visitEnd() {
      if (field != null) {
        field.addTo(this);
      }
      super.visitEnd();
    }
  }
}
