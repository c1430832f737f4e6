package org.asynclocal.cdi.internal.deployment;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.InjectionPointInfo;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.SkipIfPortableExtensionPresent;
import jakarta.enterprise.inject.build.compatible.spi.Types;
import jakarta.enterprise.inject.build.compatible.spi.Validation;
import jakarta.enterprise.lang.model.AnnotationInfo;
import jakarta.enterprise.lang.model.AnnotationTarget;
import jakarta.enterprise.lang.model.declarations.ClassInfo;
import jakarta.enterprise.lang.model.declarations.MethodInfo;
import jakarta.enterprise.lang.model.types.Type;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.OpenStorage;
import org.asynclocal.cdi.internal.CdiMessages;
import org.asynclocal.cdi.internal.request.RequestStores;
import org.asynclocal.cdi.internal.storage.StorageTypes;
import org.asynclocal.cdi.internal.storage.StorageUse;
import org.asynclocal.internal.bridge.ApplicationSettings;

/** Checks how an application uses storages when it is built with Arc. */
@SkipIfPortableExtensionPresent(StorageExtension.class)
public class BuildTimeExtension implements BuildCompatibleExtension {
  private final StorageTypes types = new StorageTypes();
  private final List<String> problems = new ArrayList<>();
  private final List<Opened> opened = new ArrayList<>();

  /**
   * The types that suppliers supply, by the name of each class under which one can be looked up.
   */
  private final Map<String, Type> supplied = new HashMap<>();

  @Discovery
  void begin(Messages messages) {
    LibraryCopies.problem().ifPresent(messages::error);
  }

  @Registration(types = Object.class)
  void bean(BeanInfo bean) {
    for (InjectionPointInfo point : bean.injectionPoints()) {
      BuildTimeUse.of(point).flatMap(types::note).ifPresent(problems::add);
    }
    BuildTimeUse.argument(bean.types(), Supplier.class)
        .ifPresent(
            type ->
                bean.types().stream().map(BuildTimeUse::raw).forEach(of -> supplied.put(of, type)));
    if (bean.isClassBean() && !bean.declaringClass().hasAnnotation(Interceptor.class)) {
      ClassInfo declaring = bean.declaringClass();
      opened(declaring, declaring.name());
      for (MethodInfo method : declaring.methods()) {
        opened(method, declaring.name() + "." + method.name());
      }
    }
  }

  private void opened(AnnotationTarget annotated, String where) {
    AnnotationInfo binding = annotated.annotation(OpenStorage.class);
    if (binding != null) {
      opened.add(
          new Opened(
              binding.member("name").asString(),
              BuildTimeUse.raw(binding.member("valueFrom").asType()),
              where));
    }
  }

  @Validation
  void validate(Messages messages, Types model) {
    opened.forEach(opening -> check(opening).ifPresent(problems::add));
    problems.addAll(
        RequestStores.problems(ApplicationSettings.find(), types, model.of(String.class)));
    problems.forEach(messages::error);
  }

  private Optional<String> check(Opened opening) {
    Type type = supplied.get(opening.supplier());
    return type == null
        ? Optional.of(
            CdiMessages.NO_SUPPLIER.text(opening.name(), opening.where(), opening.supplier()))
        : types.note(
            new StorageUse(AsyncLocalStorage.class, opening.name(), type, opening.where()));
  }

  private record Opened(String name, String supplier, String where) {}
}
