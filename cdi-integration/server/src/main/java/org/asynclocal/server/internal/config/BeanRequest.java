package org.asynclocal.server.internal.config;

import io.smallrye.context.api.NamedInstance;
import java.util.Objects;
import org.asynclocal.server.UnfinishedTasks;
import org.jspecify.annotations.Nullable;

/**
 * A bean that injection points ask for.
 *
 * @param name the value of its {@link NamedInstance} qualifier
 * @param key the first point's place, with which the MicroProfile Config keys of the bean begin
 * @param config the annotation at the point; null if there is none
 * @param unfinished the choice at the point; null if there is none
 * @param <A> the annotation that configures such a point
 */
public record BeanRequest<A>(
    String name, String key, @Nullable A config, @Nullable UnfinishedTasks unfinished) {

  /** Returns whether the point configures the bean. */
  public boolean isConfigured() {
    return config != null || unfinished != null;
  }

  /** Returns whether both points configure the bean in the same way. */
  public boolean isConfiguredAs(BeanRequest<A> other) {
    return Objects.equals(config, other.config) && Objects.equals(unfinished, other.unfinished);
  }
}
