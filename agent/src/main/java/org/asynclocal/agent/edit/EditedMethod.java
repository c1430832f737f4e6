package org.asynclocal.agent.edit;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A method that is edited.
 *
 * @param owner the internal name of its class
 * @param access its modifiers
 * @param name its name
 * @param descriptor its descriptor
 */
public record EditedMethod(String owner, int access, String name, String descriptor) {

  boolean isStatic() {
    return (access & Opcodes.ACC_STATIC) != 0;
  }

  Type[] arguments() {
    return Type.getArgumentTypes(descriptor);
  }

  /** The local variable of an argument. */
  int local(int argument) {
    Type[] arguments = arguments();
    int local = isStatic() ? 0 : 1;
    for (int i = 0; i < argument; i++) {
      local += arguments[i].getSize();
    }
    return local;
  }
}
