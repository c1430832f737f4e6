package org.asynclocal.examples.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A problem details object (RFC 9457) of the type {@code about:blank}. */
public final class Problem {
  /** What a problem details object is served as. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The type of a problem that its HTTP status tells all about. */
  public static final String TYPE = "about:blank";

  private Problem() {}

  /**
   * The object.
   *
   * @param status the HTTP status
   * @param detail what went wrong this time; null if there is nothing to add to the status
   * @return the object
   */
  static JsonObject of(int status, @Nullable String detail) {
    JsonObjectBuilder problem =
        Json.createObjectBuilder()
            .add("type", TYPE)
            .add("title", title(status))
            .add("status", status);
    if (detail != null) {
      problem.add("detail", detail);
    }
    return problem.build();
  }

  private static String title(int status) {
    Response.Status known = Response.Status.fromStatusCode(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
