package org.asynclocal.it.quarkus;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.cdi.ContextBoundary;
import org.asynclocal.cdi.OpenStorage;
import org.asynclocal.cdi.StorageName;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The CDI side is the same jar here as on Weld. */
@QuarkusTest
class CdiTest {
  @Inject Importer importer;
  @Inject Reader reader;

  @Test
  void all_injection_points_of_one_name_get_the_same_storage() {
    assertThat(importer.storage()).isSameAs(reader.storage());
  }

  @Test
  void an_intercepted_method_has_the_storage_open_on_other_threads_too() {
    assertThat(importer.importOrders()).isEqualTo("acme");
    assertThat(reader.tenant()).isNull();
  }

  @Test
  void an_entry_without_a_request_begins_without_a_store() {
    String seen = reader.storage().call("outer", importer::nightly);

    assertThat(seen).isEqualTo("null");
  }

  /** Opens the storage. */
  @ApplicationScoped
  static class Importer {
    private final AsyncLocalStorage<String> tenants;
    private final ManagedExecutor executor;
    private final Reader reader;

    Importer(
        @StorageName("tenant") AsyncLocalStorage<String> tenants,
        ManagedExecutor executor,
        Reader reader) {
      this.tenants = tenants;
      this.executor = executor;
      this.reader = reader;
    }

    AsyncLocalStorage<String> storage() {
      return tenants;
    }

    @OpenStorage(name = "tenant", valueFrom = TenantOfCaller.class)
    @Nullable String importOrders() {
      return executor.supplyAsync(reader::tenant).join();
    }

    @ContextBoundary
    String nightly() {
      String found = String.valueOf(tenants.getStore());
      tenants.enterWith("nightly");
      return found;
    }
  }

  /** Reads the storage. */
  @Singleton
  static class Reader {
    private final AsyncLocalStorage<String> tenants;

    Reader(@StorageName("tenant") AsyncLocalStorage<String> tenants) {
      this.tenants = tenants;
    }

    AsyncLocalStorage<String> storage() {
      return tenants;
    }

    @Nullable String tenant() {
      return tenants.getStore();
    }
  }

  /** Knows the value. */
  @Dependent
  static class TenantOfCaller implements Supplier<String> {
    @Override
    public String get() {
      return "acme";
    }
  }
}
