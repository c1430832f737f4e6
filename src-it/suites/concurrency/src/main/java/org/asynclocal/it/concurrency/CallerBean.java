package org.asynclocal.it.concurrency;

import jakarta.annotation.Resource;
import jakarta.annotation.security.DeclareRoles;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;

/** Knows the caller as the EJB container sees it. */
@Stateless
@PermitAll
@DeclareRoles(Users.ROLE)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@SuppressWarnings("NullAway.Init") // injected
public class CallerBean {
  @Resource private SessionContext session;

  /** The caller's name, with an exclamation mark if the caller is not in the role. */
  public String caller() {
    String name = session.getCallerPrincipal().getName();
    return session.isCallerInRole(Users.ROLE) ? name : name + "!";
  }

  @Asynchronous
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void run(Runnable work) {
    work.run();
  }
}
