package org.asynclocal.server.internal.deployment;

import io.smallrye.context.api.NamedInstance;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Annotated;
import jakarta.enterprise.inject.spi.AnnotatedParameter;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.enterprise.inject.spi.ProcessInjectionPoint;
import jakarta.enterprise.inject.spi.ProcessProducer;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asynclocal.server.UnfinishedTasks;
import org.asynclocal.server.internal.config.BeanRequest;
import org.asynclocal.server.internal.support.ServerMessages;
import org.jspecify.annotations.Nullable;

/**
 * The application's injection points of one type, ManagedExecutor or ThreadContext. Each point
 * without a name gets one of its own, and with it a bean of its own.
 *
 * @param <A> the annotation that configures such a point
 */
final class InjectionPoints<A extends Annotation> {
  private static final Set<Class<?>> OUR_QUALIFIERS =
      Set.of(NamedInstance.class, Default.class, Any.class);

  private final Class<A> configType;
  private final Map<String, BeanRequest<A>> points = new LinkedHashMap<>();
  private final Set<String> producedByApplication = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private boolean defaultProducedByApplication;
  private boolean beansMade;

  InjectionPoints(Class<A> configType) {
    this.configType = configType;
  }

  /**
   * One more point. Some containers also tell of the points of classes that they inject later and
   * that are no beans; those are left to the default bean.
   */
  void add(ProcessInjectionPoint<?, ?> event) {
    InjectionPoint injection = event.getInjectionPoint();
    if (beansMade || !isOurs(injection.getQualifiers())) {
      return;
    }
    String place = place(injection);
    String name = name(injection.getQualifiers());
    if (name == null) {
      name = place;
      event.configureInjectionPoint().addQualifier(NamedInstance.Literal.of(name));
    }
    Annotated annotated = injection.getAnnotated();
    add(
        new BeanRequest<>(
            name,
            place,
            annotated.getAnnotation(configType),
            annotated.getAnnotation(UnfinishedTasks.class)));
  }

  private void add(BeanRequest<A> point) {
    BeanRequest<A> known = points.putIfAbsent(point.name(), point);
    if (known == null || !point.isConfigured()) {
      return;
    }
    if (!known.isConfigured()) {
      points.put(point.name(), point);
    } else if (!known.isConfiguredAs(point)) {
      problems.add(ServerMessages.TWO_CONFIGURATIONS.text(point.name(), known.key(), point.key()));
    }
  }

  /** A bean that the application produces itself is the application's business. */
  void producedByApplication(ProcessProducer<?, ?> event) {
    Annotated producer = event.getAnnotatedMember();
    NamedInstance named = producer.getAnnotation(NamedInstance.class);
    if (named != null) {
      producedByApplication.add(named.value());
    } else if (isOurs(producer.getAnnotations().stream().filter(this::isQualifier).toList())) {
      defaultProducedByApplication = true;
    }
  }

  private boolean isQualifier(Annotation annotation) {
    return annotation.annotationType().isAnnotationPresent(jakarta.inject.Qualifier.class);
  }

  /** Returns whether the kit makes the bean for look-ups without a qualifier. */
  boolean wantsDefault() {
    return !defaultProducedByApplication;
  }

  Collection<BeanRequest<A>> beansToMake() {
    beansMade = true;
    points.keySet().removeAll(producedByApplication);
    return points.values();
  }

  List<String> problems() {
    return problems;
  }

  private static boolean isOurs(Collection<Annotation> qualifiers) {
    return qualifiers.stream().allMatch(q -> OUR_QUALIFIERS.contains(q.annotationType()));
  }

  private static @Nullable String name(Collection<Annotation> qualifiers) {
    for (Annotation qualifier : qualifiers) {
      if (qualifier instanceof NamedInstance named) {
        return named.value();
      }
    }
    return null;
  }

  /** Class, member and position, as the specification's configuration keys have them. */
  private static String place(InjectionPoint injection) {
    String place =
        injection.getMember().getDeclaringClass().getName() + "/" + injection.getMember().getName();
    return injection.getAnnotated() instanceof AnnotatedParameter<?> parameter
        ? place + "/" + (parameter.getPosition() + 1)
        : place;
  }
}
