package org.asynclocal.agent.edit;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.LocalVariablesSorter;

/**
 * Surrounds a method's code: begins something, keeps its token, and ends it by whatever way the
 * code is left.
 *
 * @param begin the hub's method that returns the token
 * @param field what was captured for the object, which that method takes; null if it takes nothing
 */
public record Around(String begin, @Nullable CapturedField field) implements Edit {
  private static final Type OBJECT = Type.getType(Object.class);

  /** Runs the method with nothing on the thread. */
  public static Around nothing() {
    return new Around("isolate", null);
  }

  /** Runs the method with what was captured for its object. */
  public static Around captured(CapturedField field) {
    return new Around("begin", field);
  }

  /** Reports to the hub that the thread runs. */
  public static Around running() {
    return new Around("running", null);
  }

  @Override
  public MethodVisitor before(MethodVisitor next, EditedMethod method) {
    return new Surrounding(next, method, this);
  }

  private static final class Surrounding extends LocalVariablesSorter {
    private final EditedMethod method;
    private final Around around;
    private final Label start = new Label();
    private int token;

    Surrounding(MethodVisitor next, EditedMethod method, Around around) {
      super(Opcodes.ASM9, method.access(), method.descriptor(), next);
      this.method = method;
      this.around = around;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      token = newLocal(OBJECT); // the first local after the arguments
      begin();
      mv.visitVarInsn(Opcodes.ASTORE, token);
      mv.visitLabel(start);
    }

    private void begin() {
      String descriptor = "()Ljava/lang/Object;";
      if (around.field != null) {
        around.field.load(mv);
        descriptor = "(Ljava/lang/Object;)Ljava/lang/Object;";
      }
      Call.hub(mv, HubClass.HUB, around.begin, descriptor);
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        end();
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      Label handler = new Label();
      mv.visitTryCatchBlock(
          start, handler, handler, null); // last, so that the code's own come first
      mv.visitLabel(handler);
      Object[] locals = locals();
      mv.visitFrame(Opcodes.F_NEW, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
      end();
      mv.visitInsn(Opcodes.ATHROW);
      super.visitMaxs(maxStack, maxLocals);
    }

    private void end() {
      mv.visitVarInsn(Opcodes.ALOAD, token);
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC, HubClass.HUB.internalName(), "end", "(Ljava/lang/Object;)V", false);
    }

    /** The types of the local variables that are set all over the method. */
    private Object[] locals() {
      Type[] arguments = method.arguments();
      int first = method.isStatic() ? 0 : 1;
      Object[] locals = new Object[first + arguments.length + 1];
      if (first == 1) {
        locals[0] = method.owner();
      }
      for (int i = 0; i < arguments.length; i++) {
        locals[first + i] = frameType(arguments[i]);
      }
      locals[locals.length - 1] = OBJECT.getInternalName();
      return locals;
    }

    private static Object frameType(Type type) {
      return switch (type.getSort()) {
        case Type.BOOLEAN, Type.BYTE, Type.CHAR, Type.SHORT, Type.INT -> Opcodes.INTEGER;
        case Type.LONG -> Opcodes.LONG;
        case Type.FLOAT -> Opcodes.FLOAT;
        case Type.DOUBLE -> Opcodes.DOUBLE;
        default -> type.getInternalName();
      };
    }
  }
}
