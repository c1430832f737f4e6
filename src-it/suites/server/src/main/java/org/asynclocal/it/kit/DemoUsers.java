package org.asynclocal.it.kit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/** The application's own users, alice and bob. */
@BasicAuthenticationMechanismDefinition(realmName = "tests")
@ApplicationScoped
public class DemoUsers implements IdentityStore {
  static final String PASSWORD = "secret";

  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    boolean known = name.equals(Users.ALICE) || name.equals(Users.BOB);
    return known && credential.compareTo(name, PASSWORD)
        ? new CredentialValidationResult(name, Set.of("user"))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
