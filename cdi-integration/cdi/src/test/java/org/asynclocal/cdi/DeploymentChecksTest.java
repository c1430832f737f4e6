package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractThrowableAssert;
import org.asynclocal.AsyncLocalStorage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentChecksTest {

  @Test
  void two_types_under_one_name_are_refused_with_both_places() {
    assertRefused(OfString.class, OfInteger.class)
        .hasMessageContainingAll(
            "ASYNCLOCAL-050",
            "'request'",
            "java.lang.String",
            OfString.class.getName() + ".request",
            "java.lang.Integer",
            OfInteger.class.getName() + "(parameter 1)");
  }

  @Test
  void two_type_arguments_inside_one_generic_type_are_two_types() {
    assertRefused(OfStrings.class, OfIntegers.class)
        .hasMessageContainingAll(
            "ASYNCLOCAL-050",
            "java.util.List<java.lang.String>",
            "java.util.List<java.lang.Integer>");
  }

  @Test
  void an_instance_of_a_storage_is_checked() {
    assertRefused(OfString.class, InstanceOfInteger.class)
        .hasMessageContainingAll("ASYNCLOCAL-050", InstanceOfInteger.class.getName() + ".request");
  }

  @Test
  void a_provider_of_a_storage_is_checked() {
    assertRefused(OfString.class, ProviderOfInteger.class)
        .hasMessageContainingAll("ASYNCLOCAL-050", ProviderOfInteger.class.getName() + ".request");
  }

  @Test
  void an_empty_name_is_refused() {
    assertRefused(Nameless.class)
        .hasMessageContainingAll("ASYNCLOCAL-051", Nameless.class.getName() + ".request");
  }

  @Test
  void a_raw_storage_is_refused() {
    assertRefused(Raw.class)
        .hasMessageContainingAll("ASYNCLOCAL-052", "'request'", Raw.class.getName() + ".request");
  }

  @Test
  void a_wildcard_is_refused() {
    assertRefused(Wildcard.class)
        .hasMessageContainingAll("ASYNCLOCAL-052", Wildcard.class.getName() + ".request");
  }

  @Test
  void a_type_variable_is_refused() {
    assertRefused(Variable.class)
        .hasMessageContainingAll("ASYNCLOCAL-052", Variable.class.getName() + ".request");
  }

  @Test
  void every_mistake_of_the_application_is_reported() {
    assertRefused(Nameless.class, Raw.class)
        .hasMessageContainingAll("ASYNCLOCAL-051", "ASYNCLOCAL-052");
  }

  @Test
  void a_supplier_of_another_type_than_the_storage_holds_is_refused() {
    assertRefused(OfString.class, OpensInteger.class, IntegerSupplier.class)
        .hasMessageContainingAll(
            "ASYNCLOCAL-050", "java.lang.Integer", OpensInteger.class.getName() + ".work");
  }

  @Test
  void a_supplier_that_is_no_bean_is_refused() {
    assertRefused(OpensInteger.class)
        .hasMessageContainingAll(
            "ASYNCLOCAL-053",
            "'request'",
            OpensInteger.class.getName() + ".work",
            IntegerSupplier.class.getName());
  }

  @Test
  void a_supplier_that_is_two_beans_is_refused() {
    assertRefused(OpensInteger.class, IntegerSupplier.class, AnotherIntegerSupplier.class)
        .hasMessageContainingAll("ASYNCLOCAL-053", IntegerSupplier.class.getName());
  }

  @Test
  void a_storage_that_is_opened_without_a_name_is_refused() {
    assertRefused(OpensNameless.class, IntegerSupplier.class)
        .hasMessageContainingAll("ASYNCLOCAL-051", OpensNameless.class.getName());
  }

  @Test
  void a_second_copy_of_the_library_is_refused_with_both_places(@TempDir Path other)
      throws IOException {
    Path copy = other.resolve("org/asynclocal/AsyncLocalStorage.class");
    Files.createDirectories(copy.getParent());
    URL own = AsyncLocalStorage.class.getResource("AsyncLocalStorage.class");
    assertThat(own).isNotNull();
    Files.write(copy, own.openStream().readAllBytes());
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader both = new URLClassLoader(new URL[] {other.toUri().toURL()}, before)) {
      thread.setContextClassLoader(both);
      assertRefused(OfString.class)
          .hasMessageContainingAll(
              "ASYNCLOCAL-054", own.toExternalForm(), copy.toUri().toURL().toExternalForm());
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(Class<?>... beans) {
    return assertThatThrownBy(() -> Application.of(beans).close());
  }

  @Dependent
  static class OfString {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<String> request;
  }

  @Dependent
  static class OfInteger {
    @Inject
    OfInteger(@StorageName("request") AsyncLocalStorage<Integer> request) {
      request.getStore();
    }
  }

  @Dependent
  static class OfStrings {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<List<String>> request;
  }

  @Dependent
  static class OfIntegers {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<List<Integer>> request;
  }

  @Dependent
  static class InstanceOfInteger {
    @Inject
    @StorageName("request")
    Instance<AsyncLocalStorage<Integer>> request;
  }

  @Dependent
  static class ProviderOfInteger {
    @Inject
    @StorageName("request")
    Provider<AsyncLocalStorage<Integer>> request;
  }

  @Dependent
  static class Nameless {
    @Inject
    @StorageName("")
    AsyncLocalStorage<String> request;
  }

  @Dependent
  @SuppressWarnings("rawtypes") // the mistake that the test is about
  static class Raw {
    @Inject
    @StorageName("request")
    AsyncLocalStorage request;
  }

  @Dependent
  static class Wildcard {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<?> request;
  }

  @Dependent
  static class Variable<T> {
    @Inject
    @StorageName("request")
    AsyncLocalStorage<T> request;
  }

  @ApplicationScoped
  static class OpensInteger {
    @OpenStorage(name = "request", valueFrom = IntegerSupplier.class)
    void work() {}
  }

  @ApplicationScoped
  @OpenStorage(name = "", valueFrom = IntegerSupplier.class)
  static class OpensNameless {
    void work() {}
  }

  @ApplicationScoped
  static class IntegerSupplier implements Supplier<Integer> {
    @Override
    public Integer get() {
      return 1;
    }
  }

  @ApplicationScoped
  static class AnotherIntegerSupplier extends IntegerSupplier {}
}
