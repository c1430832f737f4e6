package org.asynclocal.it.relay;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** All resources of the archive. */
@ApplicationPath("")
public class RelayApplication extends Application {}
