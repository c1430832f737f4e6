package org.asynclocal.it.kit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** The caller, as the EJB container knows it. */
@Stateless
public class Caller {
  @Resource SessionContext context;

  @RolesAllowed("user")
  public String nameIfUser() {
    return context.getCallerPrincipal().getName() + context.isCallerInRole("user");
  }
}
