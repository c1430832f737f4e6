package org.asynclocal.it.quarkus.storm;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.asynclocal.it.quarkus.Stores;

/** The first of the application's code that a request of the storm meets, on the event loop. */
@ApplicationScoped
public class EdgeFilter {
  private static final int FIRST = 10_000;

  private final InFlight inFlight;

  EdgeFilter(InFlight inFlight) {
    this.inFlight = inFlight;
  }

  void register(@Observes Filters filters) {
    filters.register(this::handle, FIRST);
  }

  private void handle(RoutingContext routing) {
    String edge = routing.request().getHeader(Storm.EDGE);
    if (edge != null) {
      inFlight.begin();
      routing.addEndHandler(ended -> inFlight.end());
      routing.response().putHeader(Storm.FOUND, Stores.request());
      if (Edge.valueOf(edge) == Edge.ENTER) {
        Stores.REQUEST.enterWith(routing.request().getHeader(Storm.ID));
      }
    }
    routing.next();
  }
}
