package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Edits the loop of a {@code Timer}'s thread: a task that is due runs with what was captured for
 * it. That is read under the lock under which the loop decides that the task is due, by its period:
 * a task that is cancelled between this and its run still runs, with its values.
 *
 * @param field where a task keeps what was captured
 */
public record TimerLoop(CapturedField field) implements Edit {
  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new Loop(next, method, field);
  }

  private static final class Loop extends LocalVariablesSorter {
    private final CapturedField field;
    private int captured;

    Loop(MethodVisitor next, EditedMethod method, CapturedField field) {
      super(Opcodes.ASM9, method.access(), method.descriptor(), next);
      this.field = field;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      captured = newLocal(Type.getType(Object.class));
      forget();
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      if (opcode == Opcodes.GETFIELD && owner.equals(field.owner()) && name.equals("period")) {
        mv.visitInsn(Opcodes.DUP);
        field.loadOf(mv);
        mv.visitVarInsn(Opcodes.ASTORE, captured);
      }
      super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (owner.equals(field.owner()) && name.equals("run")) {
        mv.visitVarInsn(Opcodes.ALOAD, captured);
        forget(); // a waiting thread holds nothing
        Call.hub(mv, HubClass.HUB, "run", "(Ljava/lang/Runnable;Ljava/lang/Object;)V");
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    private void forget() {
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitVarInsn(Opcodes.ASTORE, captured);
    }
  }
}
