package org.asynclocal.server.internal.deployment;

import io.smallrye.context.api.ManagedExecutorConfig;
import io.smallrye.context.api.NamedInstance;
import io.smallrye.context.api.ThreadContextConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeShutdown;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessProducer;
import jakarta.enterprise.inject.spi.configurator.BeanConfigurator;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.asynclocal.server.internal.config.BeanRequest;
import org.asynclocal.server.internal.config.ExecutorSpec;
import org.asynclocal.server.internal.config.SpecResolver;
import org.asynclocal.server.internal.executor.Propagation;
import org.asynclocal.server.internal.provider.cdi.UsedScopes;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jspecify.annotations.Nullable;

/**
 * Gives an application MicroProfile Context Propagation on a server without it, and on one that has
 * it the beans that the server leaves out. The CDI container finds and calls it; there is one for
 * each application, and it keeps nothing beyond the application's life.
 */
public class ServerKitExtension implements Extension {
  private final InjectionPoints<ManagedExecutorConfig> executors =
      new InjectionPoints<>(ManagedExecutorConfig.class);
  private final InjectionPoints<ThreadContextConfig> threadContexts =
      new InjectionPoints<>(ThreadContextConfig.class);
  private final UsedScopes scopes = new UsedScopes();
  private @Nullable Propagation propagation;

  void beanFound(@Observes ProcessBean<?> event) {
    scopes.add(event.getBean());
  }

  void injected(@Observes ProcessInjectionPoint<?, ?> event) {
    scopes.add(event.getInjectionPoint());
  }

  void executorInjected(@Observes ProcessInjectionPoint<?, ManagedExecutor> event) {
    executors.add(event);
  }

  void threadContextInjected(@Observes ProcessInjectionPoint<?, ThreadContext> event) {
    threadContexts.add(event);
  }

  void executorProduced(@Observes ProcessProducer<?, ManagedExecutor> event) {
    executors.producedByApplication(event);
  }

  void threadContextProduced(@Observes ProcessProducer<?, ThreadContext> event) {
    threadContexts.producedByApplication(event);
  }

  void addBeans(@Observes AfterBeanDiscovery event) {
    for (BeanRequest<ManagedExecutorConfig> point : executors.beansToMake()) {
      executorBean(event, () -> propagation().specs().executor(point))
          .qualifiers(named(point), Any.Literal.INSTANCE);
    }
    if (executors.wantsDefault()) {
      executorBean(event, () -> propagation().specs().defaultExecutor())
          .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE);
    }
    for (BeanRequest<ThreadContextConfig> point : threadContexts.beansToMake()) {
      threadContextBean(event, () -> propagation().specs().threadContext(point))
          .qualifiers(named(point), Any.Literal.INSTANCE);
    }
    if (threadContexts.wantsDefault()) {
      threadContextBean(event, () -> propagation().specs().defaultThreadContext())
          .qualifiers(Default.Literal.INSTANCE, Any.Literal.INSTANCE);
    }
  }

  private BeanConfigurator<ManagedExecutor> executorBean(
      AfterBeanDiscovery event, Supplier<ExecutorSpec> plan) {
    return event
        .<ManagedExecutor>addBean()
        .beanClass(ManagedExecutor.class)
        .addTransitiveTypeClosure(ManagedExecutor.class)
        .scope(ApplicationScoped.class)
        .createWith(context -> propagation().executor(plan.get()))
        .destroyWith((executor, context) -> executor.shutdown());
  }

  private BeanConfigurator<ThreadContext> threadContextBean(
      AfterBeanDiscovery event, Supplier<ExecutorSpec> plan) {
    return event
        .<ThreadContext>addBean()
        .beanClass(ThreadContext.class)
        .addTransitiveTypeClosure(ThreadContext.class)
        .scope(ApplicationScoped.class)
        .createWith(context -> propagation().threadContext(plan.get()));
  }

  private static Annotation named(BeanRequest<?> point) {
    return NamedInstance.Literal.of(point.name());
  }

  void start(@Observes AfterDeploymentValidation event, BeanManager beans) {
    List<String> problems = new ArrayList<>();
    problems.addAll(executors.problems());
    problems.addAll(threadContexts.problems());
    try {
      Propagation started =
          PropagationFactory.of(beans, ServerKitExtension.class.getClassLoader(), scopes);
      propagation = started;
      checkAll(started, problems);
    } catch (IllegalStateException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    problems.forEach(problem -> event.addDeploymentProblem(new DeploymentException(problem)));
  }

  private void checkAll(Propagation started, List<String> problems) {
    SpecResolver specs = started.specs();
    List<Supplier<ExecutorSpec>> all = new ArrayList<>();
    all.add(specs::defaultExecutor);
    all.add(specs::defaultThreadContext);
    executors.beansToMake().forEach(point -> all.add(() -> specs.executor(point)));
    threadContexts.beansToMake().forEach(point -> all.add(() -> specs.threadContext(point)));
    for (Supplier<ExecutorSpec> plan : all) {
      try {
        started.check(plan.get());
      } catch (IllegalStateException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
  }

  void stop(@Observes BeforeShutdown event) {
    Propagation started = propagation;
    if (started != null) {
      started.stop();
    }
  }

  Propagation propagation() {
    Propagation started = propagation;
    if (started == null) {
      throw new IllegalStateException("The application has not started yet.");
    }
    return started;
  }
}
