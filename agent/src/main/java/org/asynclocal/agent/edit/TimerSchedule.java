package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Edits {@code Timer.sched(task, time, period)}: captures at its beginning, outside of its locks,
 * and keeps that where the task's period is set. A call that is refused, because the task was
 * scheduled or cancelled before, so leaves the task as it was.
 *
 * @param field where a task keeps what was captured
 */
public record TimerSchedule(CapturedField field) implements Edit {
  private static final int TASK = 1;
  private static final int TIME = 2;
  private static final int PERIOD = 4;

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new Schedule(next, method, field);
  }

  private static final class Schedule extends LocalVariablesSorter {
    private final CapturedField field;
    private int captured;

    Schedule(MethodVisitor next, EditedMethod method, CapturedField field) {
      super(Opcodes.ASM9, method.access(), method.descriptor(), next);
      this.field = field;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      captured = newLocal(Type.getType(Object.class));
      mv.visitVarInsn(Opcodes.ALOAD, TASK);
      mv.visitVarInsn(Opcodes.LLOAD, TIME);
      mv.visitVarInsn(Opcodes.LLOAD, PERIOD);
      Call.hub(mv, HubClass.HUB, "timer", "(Ljava/lang/Object;JJ)Ljava/lang/Object;");
      mv.visitVarInsn(Opcodes.ASTORE, captured);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
      if (opcode == Opcodes.PUTFIELD && owner.equals(field.owner()) && name.equals("period")) {
        mv.visitVarInsn(Opcodes.ALOAD, TASK);
        mv.visitVarInsn(Opcodes.ALOAD, captured);
        field.store(mv);
      }
    }
  }
}
