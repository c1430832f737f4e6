package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Tells the hub, at a method's beginning, that the object, a thread, is about to start. */
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
