package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EnableWeld
class OpenStorageTest {
  @WeldSetup
  final WeldInitiator weld =
      WeldInitiator.of(
          new Weld()
              .addBeanClasses(
                  OnMethods.class,
                  OnClass.class,
                  ByStereotype.class,
                  Inherits.class,
                  Fixed.class,
                  Other.class,
                  Null.class,
                  Failing.class,
                  OfRequest.class,
                  Once.class,
                  RequestId.class));

  @Inject
  @StorageName("tenant")
  AsyncLocalStorage<String> tenant;

  @Test
  void the_method_sees_what_the_supplier_gives() {
    assertThat(weld.select(OnMethods.class).get().fixed()).isEqualTo("fixed");
  }

  @Test
  void afterwards_the_storage_has_what_it_had() {
    OnMethods bean = weld.select(OnMethods.class).get();

    tenant.run(
        "outer",
        () -> {
          assertThat(bean.fixed()).isEqualTo("fixed");
          assertThat(tenant.getStore()).isEqualTo("outer");
        });
    assertThat(tenant.isBound()).isFalse();
  }

  @Test
  void after_a_failing_method_the_storage_has_what_it_had() {
    OnMethods bean = weld.select(OnMethods.class).get();

    assertThatThrownBy(bean::fail).isInstanceOf(java.io.IOException.class).hasMessage("fixed");
    assertThat(tenant.isBound()).isFalse();
  }

  @Test
  void a_supplied_null_is_bound() {
    assertThat(weld.select(OnMethods.class).get().bindsNull()).isTrue();
  }

  @Test
  void what_the_supplier_throws_comes_out_and_the_method_is_not_called() {
    OnMethods bean = weld.select(OnMethods.class).get();

    assertThatThrownBy(bean::failingSupplier)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no value");
  }

  @Test
  void the_supplier_may_need_the_request_context() {
    assertThat(weld.select(OnMethods.class).get().inRequest()).isEqualTo("request-id");
  }

  @Test
  void a_dependent_supplier_is_destroyed_when_it_was_asked() {
    assertThat(weld.select(OnMethods.class).get().destroyedBefore()).isTrue();
  }

  @Test
  void on_a_class_it_is_around_every_business_method() {
    assertThat(weld.select(OnClass.class).get().ofClass()).isEqualTo("fixed");
  }

  @Test
  void on_a_method_it_replaces_the_one_on_the_class() {
    assertThat(weld.select(OnClass.class).get().ofMethod()).isEqualTo("other");
  }

  @Test
  void it_is_inherited_from_a_superclass() {
    assertThat(weld.select(Inherits.class).get().ofSubclass()).isEqualTo("fixed");
  }

  @Test
  void a_stereotype_may_carry_it() {
    assertThat(weld.select(ByStereotype.class).get().read()).isEqualTo("fixed");
  }

  @ApplicationScoped
  static class OnMethods {
    @Inject
    @StorageName("tenant")
    AsyncLocalStorage<String> tenant;

    @OpenStorage(name = "tenant", valueFrom = Fixed.class)
    @Nullable String fixed() {
      return tenant.getStore();
    }

    @OpenStorage(name = "tenant", valueFrom = Fixed.class)
    void fail() throws java.io.IOException {
      throw new java.io.IOException(tenant.getStore());
    }

    @OpenStorage(name = "tenant", valueFrom = Null.class)
    boolean bindsNull() {
      return tenant.isBound() && tenant.getStore() == null;
    }

    @OpenStorage(name = "tenant", valueFrom = Failing.class)
    void failingSupplier() {
      throw new AssertionError("called");
    }

    @ActivateRequestContext
    @OpenStorage(name = "tenant", valueFrom = OfRequest.class)
    @Nullable String inRequest() {
      return tenant.getStore();
    }

    @OpenStorage(name = "once", valueFrom = Once.class)
    boolean destroyedBefore() {
      Once supplier = once.getStore();
      return supplier != null && supplier.destroyed;
    }

    @Inject
    @StorageName("once")
    AsyncLocalStorage<Once> once;
  }

  @ApplicationScoped
  @OpenStorage(name = "tenant", valueFrom = Fixed.class)
  static class OnClass {
    @Inject
    @StorageName("tenant")
    AsyncLocalStorage<String> tenant;

    @Nullable String ofClass() {
      return tenant.getStore();
    }

    @OpenStorage(name = "tenant", valueFrom = Other.class)
    @Nullable String ofMethod() {
      return tenant.getStore();
    }
  }

  @OpenStorage(name = "tenant", valueFrom = Fixed.class)
  abstract static class Base {
    @Inject
    @StorageName("tenant")
    AsyncLocalStorage<String> tenant;
  }

  @ApplicationScoped
  static class Inherits extends Base {
    @Nullable String ofSubclass() {
      return tenant.getStore();
    }
  }

  @Stereotype
  @OpenStorage(name = "tenant", valueFrom = Fixed.class)
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.TYPE)
  @interface Job {}

  @Job
  @ApplicationScoped
  static class ByStereotype {
    @Inject
    @StorageName("tenant")
    AsyncLocalStorage<String> tenant;

    @Nullable String read() {
      return tenant.getStore();
    }
  }

  @ApplicationScoped
  static class Fixed implements Supplier<String> {
    @Override
    public String get() {
      return "fixed";
    }
  }

  @ApplicationScoped
  static class Other implements Supplier<String> {
    @Override
    public String get() {
      return "other";
    }
  }

  @ApplicationScoped
  static class Null implements Supplier<@Nullable String> {
    @Override
    public @Nullable String get() {
      return null;
    }
  }

  @ApplicationScoped
  static class Failing implements Supplier<String> {
    @Override
    public String get() {
      throw new IllegalStateException("no value");
    }
  }

  @Dependent
  static class OfRequest implements Supplier<String> {
    @Inject RequestId id;

    @Override
    public String get() {
      return id.read();
    }
  }

  @RequestScoped
  static class RequestId {
    String read() {
      return "request-id";
    }
  }

  @Dependent
  static class Once implements Supplier<Once> {
    boolean destroyed;

    @Override
    public Once get() {
      return this;
    }

    @PreDestroy
    void end() {
      destroyed = true;
    }
  }
}
