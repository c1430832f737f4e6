package org.asynclocal.it.concurrency;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Qualifies what makes virtual threads. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Virtual {}
