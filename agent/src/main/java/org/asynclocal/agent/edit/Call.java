package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Changes the calls of one method inside another one. */
public abstract class Call implements Edit {
  private final String owner;
  private final String called;

  /**
   * Describes the calls.
   *
   * @param owner the internal name of the called method's class
   * @param called its name
   */
  protected Call(String owner, String called) {
    this.owner = owner;
    this.called = called;
  }

  /** Calls the hub in the place of the method. */
  public static Call instead(
      String owner, String called, HubClass hub, String method, String hubDescriptor) {
    return new Call(owner, called) {
      @Override
      void write(MethodVisitor mv, String descriptor, boolean isInterface) {
        hub(mv, hub, method, hubDescriptor);
      }
    };
  }

  /** Takes from the thread what the called method left there. */
  public static Call clearAfter(String owner, String called) {
    return new Call(owner, called) {
      @Override
      void write(MethodVisitor mv, String descriptor, boolean isInterface) {
        mv.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, called, descriptor, isInterface);
        hub(mv, HubClass.HUB, "clear", "()V");
      }
    };
  }

  /** Writes what stands in the place of a call. */
  abstract void write(MethodVisitor mv, String descriptor, boolean isInterface);

  @Override
  public final MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String type, String name, String descriptor, boolean isInterface) {
        if (type.equals(owner) && name.equals(called)) {
          write(mv, descriptor, isInterface);
        } else {
          super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        }
      }
    };
  }

  static void hub(MethodVisitor mv, HubClass hub, String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, hub.internalName(), method, descriptor, false);
  }
}
