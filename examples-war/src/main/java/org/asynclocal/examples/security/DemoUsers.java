package org.asynclocal.examples.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.BasicAuthenticationMechanismDefinition;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The demo's users, alice and bob, and their password. */
@BasicAuthenticationMechanismDefinition(realmName = "asynclocal")
@ApplicationScoped
public class DemoUsers implements IdentityStore {
  /** The role of both users. */
  public static final String ROLE = "user";

  /** The password of both users. */
  public static final String PASSWORD = "secret";

  private static final Set<String> NAMES = Set.of("alice", "bob");

  /**
   * Returns the other user.
   *
   * @param user one of the users
   * @return the other's name
   */
  public static String otherThan(@Nullable String user) {
    return "bob".equals(user) ? "alice" : "bob";
  }

  /**
   * Validates the credentials of a request. Jakarta Security calls it.
   *
   * @param credential the name and password of the request
   * @return a valid result with the role, or an invalid one
   */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    String name = credential.getCaller();
    return NAMES.contains(name) && credential.getPassword().compareTo(PASSWORD)
        ? new CredentialValidationResult(name, Set.of(ROLE))
        : CredentialValidationResult.INVALID_RESULT;
  }
}
