package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Edits {@code ThreadPoolExecutor.runWorker}: what was captured is on the thread from before {@code
 * beforeExecute} until after {@code afterExecute}, and those and the task itself see the task that
 * was submitted.
 */
public record RunWorker() implements Edit {
  private static final String POOL = "java/util/concurrent/ThreadPoolExecutor";
  private static final String UNWRAP = "(Ljava/lang/Runnable;)Ljava/lang/Runnable;";

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new Worker(next, method);
  }

  private static final class Worker extends LocalVariablesSorter {
    private int token;

    Worker(MethodVisitor next, EditedMethod method) {
      super(Opcodes.ASM9, method.access(), method.descriptor(), next);
    }

    @Override
    public void visitCode() {
      super.visitCode();
      token = newLocal(Type.getType(Object.class));
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitVarInsn(Opcodes.ASTORE, token);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String name, String descriptor, boolean isInterface) {
      boolean after = owner.equals(POOL) && name.equals("afterExecute");
      if (owner.equals(POOL) && name.equals("beforeExecute")) {
        begin();
      } else if (after) {
        mv.visitInsn(Opcodes.SWAP);
        Call.hub(mv, HubClass.POOLS, "unwrap", UNWRAP);
        mv.visitInsn(Opcodes.SWAP);
      } else if (owner.equals("java/lang/Runnable") && name.equals("run")) {
        Call.hub(mv, HubClass.POOLS, "unwrap", UNWRAP);
      }
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      if (after) {
        end();
      }
    }

    /** With the task on the stack, which is unwrapped. */
    private void begin() {
      mv.visitInsn(Opcodes.DUP);
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      Call.hub(
          mv, HubClass.POOLS, "begin", "(Ljava/lang/Runnable;L" + POOL + ";)Ljava/lang/Object;");
      mv.visitVarInsn(Opcodes.ASTORE, token);
      Call.hub(mv, HubClass.POOLS, "unwrap", UNWRAP);
    }

    private void end() {
      mv.visitVarInsn(Opcodes.ALOAD, token);
      Call.hub(mv, HubClass.HUB, "end", "(Ljava/lang/Object;)V");
      mv.visitInsn(Opcodes.ACONST_NULL); // an idle worker holds nothing of an application
      mv.visitVarInsn(Opcodes.ASTORE, token);
    }
  }
}
