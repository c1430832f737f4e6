package org.asynclocal.agent.edit;

import org.objectweb.asm.MethodVisitor;

/** A change of one method's code. */
@FunctionalInterface
public interface Edit {

  /**
   * Puts the change before the visitor that writes the method.
   *
   * @param next writes the method
   * @param method the method
   * @return what reads the method's original code
   */
  MethodVisitor before(MethodVisitor next, EditedMethod method);
}
