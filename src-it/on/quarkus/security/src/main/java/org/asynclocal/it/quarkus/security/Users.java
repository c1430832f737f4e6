package org.asynclocal.it.quarkus.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The demo users: alice and bob, both in the role "user", with the password "secret". */
@ApplicationScoped
public class Users implements IdentityProvider<UsernamePasswordAuthenticationRequest> {
  static final String ROLE = "user";

  private static final Set<String> NAMES = Set.of("alice", "bob");
  private static final String PASSWORD = "secret";

  static SecurityIdentity identity(String name) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(name))
        .addRole(ROLE)
        .build();
  }

  @Override
  public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
    return UsernamePasswordAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      UsernamePasswordAuthenticationRequest request, AuthenticationRequestContext context) {
    boolean known =
        NAMES.contains(request.getUsername())
            && PASSWORD.equals(String.valueOf(request.getPassword().getPassword()));
    return known
        ? Uni.createFrom().item(identity(request.getUsername()))
        : Uni.createFrom().failure(new AuthenticationFailedException());
  }
}
