package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.util.List;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.Test;

class StorageNameTest {

  @Test
  void an_injected_storage_carries_its_name() {
    try (Application application = Application.of(ByField.class)) {
      assertThat(application.get(ByField.class).request.name()).isEqualTo("request");
    }
  }

  @Test
  void all_injection_points_of_one_name_share_one_storage() {
    try (Application application =
        Application.of(ByField.class, ByConstructor.class, ByLookup.class)) {
      AsyncLocalStorage<String> byField = application.get(ByField.class).request;

      assertThat(application.get(ByConstructor.class).request).isSameAs(byField);
      assertThat(application.get(ByLookup.class).request.get()).isSameAs(byField);
    }
  }

  @Test
  void storages_of_two_names_are_independent() {
    try (Application application = Application.of(ByField.class)) {
      ByField bean = application.get(ByField.class);

      bean.request.run("r", () -> assertThat(bean.tenant.isBound()).isFalse());
    }
  }

  @Test
  void two_applications_share_no_storage_under_one_name() {
    try (Application one = Application.of(ByField.class);
        Application two = Application.of(ByField.class)) {
      AsyncLocalStorage<String> storage = one.get(ByField.class).request;

      assertThat(two.get(ByField.class).request).isNotSameAs(storage);
    }
  }

  @Test
  void a_parameterized_type_is_one_type_wherever_it_is_written() {
    try (Application application = Application.of(Lists.class)) {
      Lists bean = application.get(Lists.class);

      assertThat(bean.field).isSameAs(bean.parameter);
    }
  }

  @Test
  void a_look_up_by_program_gives_the_storage_of_that_name() {
    try (Application application = Application.of(ByField.class)) {
      AsyncLocalStorage<String> found =
          application.select(new TypeLiteral<AsyncLocalStorage<String>>() {}, "request").get();

      assertThat(found).isSameAs(application.get(ByField.class).request);
    }
  }

  @Test
  void a_look_up_by_program_with_another_type_is_refused() {
    try (Application application = Application.of(ByField.class)) {
      assertThat(application.get(ByField.class).request).isNotNull();
      Instance<AsyncLocalStorage<Integer>> other =
          application.select(new TypeLiteral<AsyncLocalStorage<Integer>>() {}, "request");

      assertThatThrownBy(other::get)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContainingAll(
              "ASYNCLOCAL-050", "'request'", "java.lang.String", "java.lang.Integer");
    }
  }

  @Test
  void a_literal_without_a_name_is_refused() {
    assertThatThrownBy(() -> StorageName.Literal.of(nothing()))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("value");
  }

  @SuppressWarnings("NullAway") // the mistake that the test is about
  private static String nothing() {
    return null;
  }

  @Dependent
  static class ByField {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<String> request;

    @Inject
    @StorageName("tenant")
    AsyncLocalStorage<Integer> tenant;
  }

  @Dependent
  static class ByConstructor {
    final AsyncLocalStorage<String> request;

    @Inject
    ByConstructor(@StorageName("request") AsyncLocalStorage<String> request) {
      this.request = request;
    }
  }

  @Dependent
  static class ByLookup {
    @Inject
    @StorageName("request")
    Instance<AsyncLocalStorage<String>> request;
  }

  @Dependent
  static class Lists {
    @Inject
    @StorageName("list")
    AsyncLocalStorage<List<String>> field;

    final AsyncLocalStorage<List<String>> parameter;

    @Inject
    Lists(@StorageName("list") AsyncLocalStorage<List<String>> parameter) {
      this.parameter = parameter;
    }
  }
}
