package org.asynclocal.examples;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Puts the calls under {@code api/}; the page stands beside it. */
@ApplicationPath("api")
public class ExamplesApplication extends Application {}
