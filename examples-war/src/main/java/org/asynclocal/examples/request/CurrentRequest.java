package org.asynclocal.examples.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.Scope;
import org.asynclocal.cdi.StorageName;
import org.jspecify.annotations.Nullable;

/**
 * The request that the current thread works for. Inject it wherever the request is needed; it gives
 * the right answer on every thread.
 */
@ApplicationScoped
public class CurrentRequest {
  @Inject
  @StorageName("request")
  private AsyncLocalStorage<Request> store;

  /**
   * Returns the request's id.
   *
   * @return the id; null if the thread works for no request
   */
  public @Nullable String id() {
    Request request = store.getStore();
    return request == null ? null : request.id();
  }

  Scope open(Request request) {
    return store.withScope(request);
  }

  void addToLog(String line) {
    Request request = store.getStore();
    if (request != null) {
      request.addToLog(line);
    }
  }

  List<String> logged() {
    Request request = store.getStore();
    return request == null ? List.of() : request.logged();
  }
}
