package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reports to the hub, at the start of a method, that its thread is about to start. */
public record Starting() implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        mv.visitVarInsn(Opcodes.ALOAD, 0);
        Call.hub(mv, HubClass.HUB, "starting", "(Ljava/lang/Thread;)V");
      }
    };
  }
}
