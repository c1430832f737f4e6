package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Forgets, at a method's beginning, what was captured for its object.
 *
 * @param field where that is kept
 */
public record Release(CapturedField field) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        mv.visitInsn(Opcodes.ACONST_NULL);
        field.store(mv);
      }
    };
  }
}
