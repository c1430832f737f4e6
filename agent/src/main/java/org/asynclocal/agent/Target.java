package org.asynclocal.agent;

import org.asynclocal.agent.edit.Edit;
import org.jspecify.annotations.Nullable;

/**
 * One place in the JDK where work is handed over, and the edit that keeps the store there.
 *
 * @param kind the kind of handoff
 * @param type the internal name of the class
 * @param method the name of the method
 * @param descriptor the method's descriptor; null for every method of the name
 * @param edit the edit
 * @param since the first JDK that has it
 * @param until the last JDK that has it
 * @param reason why it is needed
 */
record Target(
    Kind kind,
    String type,
    String method,
    @Nullable String descriptor,
    Edit edit,
    int since,
    int until,
    String reason) {

  boolean isIn(int jdk) {
    return since <= jdk && jdk <= until;
  }

  boolean isMethod(String name, String itsDescriptor) {
    return method.equals(name) && (descriptor == null || descriptor.equals(itsDescriptor));
  }

  @Override
  public String toString() {
    return type.replace('/', '.') + '.' + method + (descriptor == null ? "" : descriptor);
  }
}
