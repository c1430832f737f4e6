package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces an argument that is a listener of an interface which the hub cannot name.
 *
 * @param index the argument's index
 */
public record Listener(int index) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        Type type = method.arguments()[index];
        mv.visitVarInsn(Opcodes.ALOAD, method.local(index));
        mv.visitLdcInsn(type);
        mv.visitMethodInsn(
            Opcodes.INVOKESTATIC,
            HubClass.HUB.internalName(),
            "listener",
            "(Ljava/lang/Object;Ljava/lang/Class;)Ljava/lang/Object;",
            false);
        mv.visitTypeInsn(Opcodes.CHECKCAST, type.getInternalName());
        mv.visitVarInsn(Opcodes.ASTORE, method.local(index));
      }
    };
  }
}
