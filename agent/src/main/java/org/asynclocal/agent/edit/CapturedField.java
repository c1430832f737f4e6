package org.asynclocal.agent.edit;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Where an object of the JDK keeps what was captured for it: in a field that is added to its class,
 * or, where that was loaded already and takes no more fields, in a map of the hub.
 */
public final class CapturedField {
  private static final String NAME = "asyncLocalCaptured";
  private static final String TYPE = "Ljava/lang/Object;";

  private final String owner;
  private final boolean once;
  private volatile boolean added = true;

  /**
   * Describes the field.
   *
   * @param owner the internal name of the class that it is in
   * @param once whether what was captured serves a single run, which takes it
   */
  public CapturedField(String owner, boolean once) {
    this.owner = owner;
    this.once = once;
  }

  /** The class that the field is in. */
  public String owner() {
    return owner;
  }

  /** The class was loaded before the field could be added. */
  public void useMap() {
    added = false;
  }

  /** Adds the field to its class. */
  public void addTo(ClassVisitor type) {
    if (added) {
      type.visitField(Opcodes.ACC_TRANSIENT | Opcodes.ACC_SYNTHETIC, NAME, TYPE, null, null)
          .visitEnd();
    }
  }

  /** Loads what was captured for {@code this}. */
  void load(MethodVisitor mv) {
    mv.visitVarInsn(Opcodes.ALOAD, 0);
    loadOf(mv);
    if (added && once) {
      mv.visitVarInsn(Opcodes.ALOAD, 0);
      mv.visitInsn(Opcodes.ACONST_NULL);
      mv.visitFieldInsn(Opcodes.PUTFIELD, owner, NAME, TYPE);
    }
  }

  /** Replaces the object on the stack by what was captured for it. */
  void loadOf(MethodVisitor mv) {
    if (added) {
      mv.visitFieldInsn(Opcodes.GETFIELD, owner, NAME, TYPE);
    } else {
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HubClass.KEPT.internalName(),
          once ? "take" : "get",
          "(Ljava/lang/Object;)Ljava/lang/Object;",
          false);
    }
  }

  /** Keeps what is on the stack for the object beneath it. */
  void store(MethodVisitor mv) {
    if (added) {
      mv.visitFieldInsn(Opcodes.PUTFIELD, owner, NAME, TYPE);
    } else {
      mv.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          HubClass.KEPT.internalName(),
          "put",
          "(Ljava/lang/Object;Ljava/lang/Object;)V",
          false);
    }
  }
}
