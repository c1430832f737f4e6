package org.asynclocal.examples.problem;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** A problem details object (RFC 9457) of the type {@code about:blank}. */
public final class Problem {
  /** The media type of a problem details object. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The type of a problem that its HTTP status describes completely. */
  public static final String TYPE = "about:blank";

  private Problem() {}

  /**
   * Creates a problem details object.
   *
   * @param status the HTTP status
   * @param detail the cause; null if there is nothing to add to the status
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
