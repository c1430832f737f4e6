package org.asynclocal.it.concurrency;

import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The ways of Jakarta Concurrency 3.1. */
@ApplicationScoped
@ManagedExecutorDefinition(
    name = "java:app/concurrency/Qualified",
    context = WaysServlet.READY_CONTEXT,
    qualifiers = Ready.class)
@ManagedExecutorDefinition(
    name = "java:app/concurrency/Virtual",
    context = WaysServlet.READY_CONTEXT,
    qualifiers = Virtual.class,
    virtual = true)
@ManagedThreadFactoryDefinition(
    name = "java:app/concurrency/VirtualThreads",
    context = WaysServlet.READY_CONTEXT,
    qualifiers = Virtual.class,
    virtual = true)
@SuppressWarnings("NullAway.Init") // injected
public class Ee11Ways implements MoreWays {
  @Inject private ManagedExecutorService executor;
  @Inject @Ready private ManagedExecutorService qualified;
  @Inject @Virtual private ManagedExecutorService virtual;
  @Inject @Virtual private ManagedThreadFactory virtualThreads;

  @Override
  public void send(Way way, Runnable work) {
    switch (way) {
      case INJECTED -> executor.execute(work);
      case QUALIFIED -> qualified.execute(work);
      case VIRTUAL -> virtual.execute(work);
      case VIRTUAL_THREAD_FACTORY -> virtualThreads.newThread(work).start();
      default -> throw new IllegalArgumentException("No such way: " + way);
    }
  }
}
