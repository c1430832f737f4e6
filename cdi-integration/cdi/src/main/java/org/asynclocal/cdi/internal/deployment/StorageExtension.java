package org.asynclocal.cdi.internal.deployment;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.interceptor.Interceptor;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.OpenStorage;
import org.asynclocal.cdi.internal.CdiMessages;
import org.asynclocal.cdi.internal.request.RequestStores;
import org.asynclocal.cdi.internal.storage.OpenStorageBindings;
import org.asynclocal.cdi.internal.storage.StorageTypes;
import org.asynclocal.cdi.internal.storage.StorageUse;
import org.asynclocal.internal.bridge.ApplicationSettings;
import org.jspecify.annotations.Nullable;

/** Checks how an application uses storages when it is deployed on Weld. */
public class StorageExtension implements Extension {
  private final StorageTypes types = new StorageTypes();
  private final Map<String, OpenStorage> opened = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  void begin(@Observes BeforeBeanDiscovery event) {
    LibraryCopies.problem()
        .ifPresent(
            problem -> {
              throw new DeploymentException(problem);
            });
  }

  void injected(@Observes ProcessInjectionPoint<?, ?> event) {
    StorageUse.of(event.getInjectionPoint()).flatMap(types::note).ifPresent(problems::add);
  }

  void opened(@Observes @WithAnnotations(OpenStorage.class) ProcessAnnotatedType<?> event) {
    AnnotatedType<?> type = event.getAnnotatedType();
    if (type.isAnnotationPresent(Interceptor.class)) {
      return;
    }
    String bean = type.getJavaClass().getName();
    opened(type, bean);
    for (AnnotatedMethod<?> method : type.getMethods()) {
      opened(method, bean + "." + method.getJavaMember().getName());
    }
  }

  private void opened(Annotated annotated, String where) {
    OpenStorageBindings.on(annotated.getAnnotations())
        .ifPresent(binding -> opened.put(where, binding));
  }

  void validate(@Observes AfterDeploymentValidation validation, BeanManager beans) {
    opened.forEach((where, binding) -> check(where, binding, beans).ifPresent(problems::add));
    problems.addAll(RequestStores.problems(ApplicationSettings.find(), types, String.class));
    problems.forEach(problem -> validation.addDeploymentProblem(new DeploymentException(problem)));
  }

  private Optional<String> check(String where, OpenStorage binding, BeanManager beans) {
    Type supplied = supplied(binding, beans);
    return supplied == null
        ? Optional.of(
            CdiMessages.NO_SUPPLIER.text(binding.name(), where, binding.valueFrom().getName()))
        : types.note(new StorageUse(AsyncLocalStorage.class, binding.name(), supplied, where));
  }

  private static @Nullable Type supplied(OpenStorage binding, BeanManager beans) {
    try {
      Bean<?> bean = beans.resolve(beans.getBeans(binding.valueFrom(), Any.Literal.INSTANCE));
      return bean == null
          ? null
          : bean.getTypes().stream()
              .filter(type -> StorageUse.raw(type) == Supplier.class)
              .map(StorageUse::argument)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
    } catch (AmbiguousResolutionException e) {
      return null;
    }
  }
}
