package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Forgets, where a method returns, what was captured for its object: not earlier, since a thread
 * that runs the object may read it until the method has taken effect.
 *
 * @param field where that is kept
 */
public record Release(CapturedField field) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
          mv.visitVarInsn(Opcodes.ALOAD, 0);
          mv.visitInsn(Opcodes.ACONST_NULL);
          field.store(mv);
        }
        super.visitInsn(opcode);
      }
    };
  }
}
