package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Gives the object that a method returns to the hub.
 *
 * @param hub the hub's class
 * @param method its static method
 * @param descriptor the method's; where it has no result, the object is returned as it is
 */
public record Result(HubClass hub, String method, String descriptor) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod edited) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN) {
          if (descriptor.endsWith("V")) {
            mv.visitInsn(Opcodes.DUP);
          }
          Call.hub(mv, hub, method, descriptor);
        }
        super.visitInsn(opcode);
      }
    };
  }
}
