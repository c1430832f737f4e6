package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Keeps, when a constructor is about to return, what the hub captures for the new object.
 *
 * @param field where
 * @param method the hub's static method, without arguments
 */
public record Constructed(CapturedField field, String method) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod edited) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.RETURN) {
          mv.visitVarInsn(Opcodes.ALOAD, 0);
          mv.visitMethodInsn(
              Opcodes.INVOKESTATIC,
              HubClass.HUB.internalName(),
              method,
              "()Ljava/lang/Object;",
              false);
          field.store(mv);
        }
        super.visitInsn(opcode);
      }
    };
  }
}
