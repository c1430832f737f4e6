package org.asynclocal.contract;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.GeneratorAdapter;

/**
 * One mechanism taken out of a class file, to see which tests notice.
 *
 * @param className the class
 * @param method the name of the methods that are to do nothing and return 0 or null, all overloads
 *     and the lambdas in them
 */
public record Mutation(String className, String method) {

  /** The methods do nothing and return 0 or null. */
  public static Mutation emptied(String className, String method) {
    return new Mutation(className, method);
  }

  /**
   * The class file with the mechanism taken out.
   *
   * @param classFile the class as it was compiled
   * @return a class file that the JVM accepts in its place
   * @throws IllegalArgumentException if there is nothing to take out
   */
  public byte[] applyTo(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    Changes changes = new Changes(writer);
    reader.accept(changes, 0);
    if (changes.made == 0) {
      throw new IllegalArgumentException("nothing to change for " + this);
    }
    return writer.toByteArray();
  }

  /**
   * The class file that a loader has, with the mechanism taken out.
   *
   * @param loader who has the class
   * @throws IllegalArgumentException if it has not, or there is nothing to take out
   */
  public byte[] applyTo(ClassLoader loader) throws IOException {
    try (InputStream in = loader.getResourceAsStream(className.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new IllegalArgumentException("no class " + className);
      }
      return applyTo(in.readAllBytes());
    }
  }

  private boolean concerns(String name) {
    return name.equals(method) || name.startsWith("lambda$" + method + "$");
  }

  private final class Changes extends ClassVisitor {
    private int made;

    Changes(ClassVisitor next) {
      super(Opcodes.ASM9, next);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      if (!concerns(name)) {
        return next;
      }
      made++;
      GeneratorAdapter body = new GeneratorAdapter(next, access, name, descriptor);
      body.visitCode();
      pushNothing(body, Type.getReturnType(descriptor));
      body.returnValue();
      body.endMethod();
      return null;
    }
  }

  private static void pushNothing(MethodVisitor code, Type type) {
    switch (type.getSort()) {
      case Type.VOID -> {}
      case Type.LONG -> code.visitInsn(Opcodes.LCONST_0);
      case Type.FLOAT -> code.visitInsn(Opcodes.FCONST_0);
      case Type.DOUBLE -> code.visitInsn(Opcodes.DCONST_0);
      case Type.ARRAY, Type.OBJECT -> code.visitInsn(Opcodes.ACONST_NULL);
      default -> code.visitInsn(Opcodes.ICONST_0);
    }
  }
}
