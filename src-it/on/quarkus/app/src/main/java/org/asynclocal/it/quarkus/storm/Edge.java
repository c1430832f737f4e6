package org.asynclocal.it.quarkus.storm;

import static org.asynclocal.it.quarkus.Stores.REQUEST;

import java.util.function.Supplier;
import org.asynclocal.Scope;

/** The ways to bind a request's value where it comes in. */
public enum Edge {
  /** Around the resource method. */
  RUN {
    @Override
    public <R> R open(String id, Supplier<R> resource) {
      return REQUEST.call(id, resource::get);
    }
  },
  /** Around the resource method, in try-with-resources. */
  SCOPE {
    @Override
    @SuppressWarnings("try") // the scope is opened for what it does at its end
    public <R> R open(String id, Supplier<R> resource) {
      try (Scope scope = REQUEST.withScope(id)) {
        return resource.get();
      }
    }
  },
  /** In {@link EdgeFilter}, before anything of the request runs. */
  ENTER {
    @Override
    public <R> R open(String id, Supplier<R> resource) {
      return resource.get();
    }
  };

  /**
   * Calls a resource method with the value bound.
   *
   * @param id the request's value
   * @param resource the method
   * @param <R> its result
   * @return its result
   */
  public abstract <R> R open(String id, Supplier<R> resource);
}
