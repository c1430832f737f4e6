package org.asynclocal.it.kit;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;

/** Who the EJB container says that the caller is. */
@Stateless
public class Caller {
  @Resource SessionContext context;

  @RolesAllowed("user")
  public String nameIfUser() {
    return context.getCallerPrincipal().getName() + context.isCallerInRole("user");
  }
}
