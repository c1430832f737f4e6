package org.asynclocal.agent.edit;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces an argument, before anything else, by what a method of the hub returns for it. In a
 * constructor that is before the call of the superclass's.
 *
 * @param hub the hub's class
 * @param method its static method, which takes the argument first and returns its type
 * @param index the argument's index
 * @param more indices of further arguments that the method takes; {@link #THIS} for the object
 */
public record Argument(HubClass hub, String method, int index, List<Integer> more) implements Edit {
  /** Stands for the object itself among the further arguments. */
  public static final int THIS = -1;

  /** Lists the further arguments. */
  public Argument(HubClass hub, String method, int index, Integer... more) {
    this(hub, method, index, List.of(more));
  }

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitCode() {
        super.visitCode();
        replace(mv, method);
      }
    };
  }

  private void replace(MethodVisitor mv, EditedMethod edited) {
    Type[] types = edited.arguments();
    Type type = types[index];
    int local = edited.local(index);
    StringBuilder descriptor = new StringBuilder("(").append(type.getDescriptor());
    mv.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
    for (int other : more) {
      Type otherType = other == THIS ? Type.getObjectType(edited.owner()) : types[other];
      descriptor.append(otherType.getDescriptor());
      mv.visitVarInsn(otherType.getOpcode(Opcodes.ILOAD), other == THIS ? 0 : edited.local(other));
    }
    descriptor.append(')').append(type.getDescriptor());
    mv.visitMethodInsn(
        Opcodes.INVOKESTATIC, hub.internalName(), method, descriptor.toString(), false);
    mv.visitVarInsn(type.getOpcode(Opcodes.ISTORE), local);
  }
}
