package org.asynclocal.it.concurrency;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Qualifies the executor with the ready context. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Ready {}
