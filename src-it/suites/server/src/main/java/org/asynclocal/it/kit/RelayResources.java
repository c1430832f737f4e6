package org.asynclocal.it.kit;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import org.asynclocal.it.relay.Relay;

/** One resource: found by a search, the client's interface would be another one of its path. */
@ApplicationPath("")
public class RelayResources extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(Relay.class);
  }
}
