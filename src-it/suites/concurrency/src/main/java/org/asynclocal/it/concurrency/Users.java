package org.asynclocal.it.concurrency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;

/**
 * The application's own users: anyone whose password is {@value #PASSWORD}, in role {@value #ROLE}.
 */
@ApplicationScoped
@BasicAuthenticationMechanismDefinition(realmName = "users")
public class Users implements IdentityStore {
  static final String PASSWORD = "secret";
  static final String ROLE = "user";

  @Override
  public CredentialValidationResult validate(Credential credential) {
    return credential instanceof UsernamePasswordCredential login
            && login.getPassword().compareTo(PASSWORD)
        ? new CredentialValidationResult(login.getCaller(), Set.of(ROLE))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
