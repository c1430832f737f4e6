package org.asynclocal.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.transaction.TransactionLocalStorage;
import org.junit.jupiter.api.Test;

class TransactionStorageNameTest {

  @Test
  void an_injected_storage_carries_its_name() {
    try (Application application = Application.of(OfString.class)) {
      assertThat(application.get(OfString.class).order.name()).isEqualTo("order");
    }
  }

  @Test
  void all_injection_points_of_one_name_share_one_storage() {
    try (Application application = Application.of(OfString.class, ByLookup.class)) {
      assertThat(application.get(ByLookup.class).order.get())
          .isSameAs(application.get(OfString.class).order);
    }
  }

  @Test
  void two_applications_share_no_storage_under_one_name() {
    try (Application one = Application.of(OfString.class);
        Application two = Application.of(OfString.class)) {
      assertThat(one.get(OfString.class).order).isNotSameAs(two.get(OfString.class).order);
    }
  }

  @Test
  void a_storage_of_the_flow_may_have_the_same_name_and_another_type() {
    try (Application application = Application.of(OfString.class, OfFlow.class)) {
      assertThat(application.get(OfFlow.class).order.name()).isEqualTo("order");
    }
  }

  @Test
  void two_types_under_one_name_are_refused_with_both_places() {
    assertThatThrownBy(() -> Application.of(OfString.class, OfInteger.class).close())
        .hasMessageContainingAll(
            "ASYNCLOCAL-050",
            "'order'",
            OfString.class.getName() + ".order",
            OfInteger.class.getName() + ".order");
  }

  @Test
  void a_raw_storage_is_refused() {
    assertThatThrownBy(() -> Application.of(Raw.class).close())
        .hasMessageContainingAll("ASYNCLOCAL-052", "'order'", Raw.class.getName() + ".order");
  }

  @Dependent
  static class OfString {
    @Inject
    @StorageName("order")
    TransactionLocalStorage<String> order;
  }

  @Dependent
  static class OfInteger {
    @Inject
    @StorageName("order")
    TransactionLocalStorage<Integer> order;
  }

  @Dependent
  static class OfFlow {
    @Inject
    @StorageName("order")
    AsyncLocalStorage<Integer> order;
  }

  @Dependent
  static class ByLookup {
    @Inject
    @StorageName("order")
    Instance<TransactionLocalStorage<String>> order;
  }

  @Dependent
  @SuppressWarnings("rawtypes") // the mistake that the test is about
  static class Raw {
    @Inject
    @StorageName("order")
    TransactionLocalStorage order;
  }
}
