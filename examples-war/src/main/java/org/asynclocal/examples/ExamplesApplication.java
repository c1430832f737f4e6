package org.asynclocal.examples;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Serves the API under {@code api/}, beside the page. */
@ApplicationPath("api")
public class ExamplesApplication extends Application {}
