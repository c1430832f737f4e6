package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Changes the calls of one method inside another one.
 *
 * @param owner the internal name of the called method's class
 * @param called its name
 * @param change writes the code that stands in the place of the call
 */
public record Call(String owner, String called, Change change) implements Edit {

  /** What stands in the place of a call. */
  @FunctionalInterface
  public interface Change {
    /** Writes it; {@code call} writes the call itself. */
    void write(MethodVisitor mv, Runnable call);
  }

  /** Runs a task, which is on the stack, with what was captured for it. */
  public static Call run(String owner, CapturedField field) {
    return new Call(
        owner,
        "run",
        (mv, call) -> {
          mv.visitInsn(Opcodes.DUP);
          field.loadOf(mv);
          hub(mv, HubClass.HUB, "run", "(Ljava/lang/Runnable;Ljava/lang/Object;)V");
        });
  }

  /** Calls the hub in the place of the method. */
  public static Call instead(
      String owner, String called, HubClass hub, String method, String descriptor) {
    return new Call(owner, called, (mv, call) -> hub(mv, hub, method, descriptor));
  }

  /** Takes from the thread what the called method left there. */
  public static Call clearAfter(String owner, String called) {
    return new Call(
        owner,
        called,
        (mv, call) -> {
          call.run();
          hub(mv, HubClass.HUB, "isolate", "()Ljava/lang/Object;");
          mv.visitInsn(Opcodes.POP);
        });
  }

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new MethodVisitor(Opcodes.ASM9, next) {
      @Override
      public void visitMethodInsn(
          int opcode, String type, String name, String descriptor, boolean isInterface) {
        Runnable call = () -> super.visitMethodInsn(opcode, type, name, descriptor, isInterface);
        if (type.equals(owner) && name.equals(called)) {
          change.write(mv, call);
        } else {
          call.run();
        }
      }
    };
  }

  static void hub(MethodVisitor mv, HubClass hub, String method, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, hub.internalName(), method, descriptor, false);
  }
}
