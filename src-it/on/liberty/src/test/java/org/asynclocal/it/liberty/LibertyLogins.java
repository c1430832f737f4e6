package org.asynclocal.it.liberty;

import java.security.Principal;
import java.util.concurrent.Callable;
import javax.security.auth.Subject;
import org.asynclocal.it.kit.Logins;
import org.jspecify.annotations.Nullable;

/** Asks Open Liberty, whose class for it is public but in no artifact of an API. */
public final class LibertyLogins implements Logins {
  private static final String ANONYMOUS = "UNAUTHENTICATED";

  private final Class<?> subjects;

  /** Links to the server. */
  public LibertyLogins() {
    try {
      subjects = Class.forName("com.ibm.websphere.security.auth.WSSubject");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public @Nullable String current() {
    try {
      Subject subject = subject();
      return subject == null ? null : name(subject);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable String name(Subject subject) {
    return subject.getPrincipals().stream()
        .map(Principal::getName)
        .filter(name -> !name.equals(ANONYMOUS))
        .findFirst()
        .orElse(null);
  }

  @Override
  public <T extends @Nullable Object> T as(@Nullable String user, Callable<T> call)
      throws Exception {
    Subject outside = subject();
    become(user == null ? null : subject(user));
    try {
      return call.call();
    } finally {
      become(outside);
    }
  }

  private static Subject subject(String user) {
    Subject subject = new Subject();
    Principal principal = () -> user;
    subject.getPrincipals().add(principal);
    return subject;
  }

  private @Nullable Subject subject() throws ReflectiveOperationException {
    return (Subject) subjects.getMethod("getRunAsSubject").invoke(null);
  }

  private void become(@Nullable Subject subject) throws ReflectiveOperationException {
    subjects.getMethod("setRunAsSubject", Subject.class).invoke(null, subject);
  }
}
