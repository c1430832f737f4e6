package org.asynclocal.agent.edit;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Keeps, at a method's beginning, what the hub captures for one of its arguments.
 *
 * @param field where
 * @param method the hub's static method
 * @param index the argument's index; {@link Argument#THIS} for the object itself
 * @param arguments indices of the arguments that the hub's method takes
 */
public record Capture(CapturedField field, String method, int index, List<Integer> arguments)
    implements Edit {
  /** Lists the arguments that the hub's method takes. */
  public Capture(CapturedField field, String method, int index, Integer... arguments) {
    this(field, method, index, List.of(arguments));
  }

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        keep(mv, method);
      }
    };
  }

  private void keep(MethodVisitor mv, EditedMethod edited) {
    mv.visitVarInsn(Opcodes.ALOAD, index == Argument.THIS ? 0 : edited.local(index));
    Type[] types = edited.arguments();
    StringBuilder descriptor = new StringBuilder("(");
    for (int argument : arguments) {
      Type type = types[argument];
      boolean primitive = type.getSort() < Type.ARRAY;
      descriptor.append(primitive ? type.getDescriptor() : "Ljava/lang/Object;");
      mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), edited.local(argument));
    }
    descriptor.append(")Ljava/lang/Object;");
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, HubClass.HUB.internalName(), method, descriptor.toString(), false);
    field.store(mv);
  }
}
