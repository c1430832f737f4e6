package org.asynclocal.cdi;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.asynclocal.AsyncLocalStorage;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.junit5.EnableWeld;
import org.jboss.weld.junit5.WeldInitiator;
import org.jboss.weld.junit5.WeldSetup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@EnableWeld
class AsynchronousEventTest {
  private static final AsyncLocalStorage<String> STORE = AsyncLocalStorage.named("store");

  @WeldSetup final WeldInitiator weld = WeldInitiator.of(new Weld().addBeanClasses(Observer.class));

  @Inject Event<Order> orders;
  @Inject @Any Event<Object> anything;
  @Inject Event<Meeting> meetings;

  @Test
  void an_observer_sees_the_store_of_the_firer_on_another_thread() throws Exception {
    Order seen = fire(order -> orders.fireAsync(order));

    assertThat(seen.store).isEqualTo("firer");
    assertThat(seen.thread).isNotNull().isNotSameAs(Thread.currentThread());
  }

  @Test
  void so_does_one_of_an_event_that_is_selected_by_class() throws Exception {
    assertThat(fire(order -> anything.select(Order.class).fireAsync(order)).store)
        .isEqualTo("firer");
  }

  @Test
  void so_does_one_of_an_event_that_is_selected_by_type() throws Exception {
    assertThat(fire(order -> anything.select(new TypeLiteral<Order>() {}).fireAsync(order)).store)
        .isEqualTo("firer");
  }

  @Test
  void so_does_one_of_an_event_that_is_selected_by_qualifier() throws Exception {
    assertThat(fire(order -> orders.select(Any.Literal.INSTANCE).fireAsync(order)).store)
        .isEqualTo("firer");
  }

  @Test
  void so_does_one_that_is_notified_with_options() throws Exception {
    NotificationOptions options = NotificationOptions.of("application.option", "value");

    assertThat(fire(order -> orders.fireAsync(order, options)).store).isEqualTo("firer");
  }

  @Test
  void an_executor_of_the_applications_choice_is_used() throws Exception {
    ExecutorService own = Executors.newSingleThreadExecutor(task -> new Thread(task, "own"));
    try {
      Order seen = fire(order -> orders.fireAsync(order, NotificationOptions.ofExecutor(own)));

      assertThat(seen.store).isEqualTo("firer");
      assertThat(seen.thread).extracting(Thread::getName).isEqualTo("own");
      assertThat(own.submit(STORE::isBound).get(10, SECONDS)).isFalse();
    } finally {
      own.shutdownNow();
    }
  }

  @Test
  void another_option_reaches_the_container() throws Exception {
    ExecutorService own = Executors.newFixedThreadPool(2);
    NotificationOptions parallel =
        NotificationOptions.builder()
            .setExecutor(own)
            .set("weld.async.notification.mode", "PARALLEL")
            .build();
    try {
      Meeting meeting =
          meetings.fireAsync(new Meeting(), parallel).toCompletableFuture().get(20, SECONDS);

      assertThat(meeting.missed).isFalse();
    } finally {
      own.shutdownNow();
    }
  }

  @Test
  void an_executor_that_rejects_the_task_is_reported_to_the_firer() {
    ExecutorService stopped = Executors.newSingleThreadExecutor();
    stopped.shutdownNow();

    assertThatThrownBy(() -> orders.fireAsync(new Order(), NotificationOptions.ofExecutor(stopped)))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void an_observer_of_a_firer_without_stores_has_none() throws Exception {
    assertThat(orders.fireAsync(new Order()).toCompletableFuture().get(10, SECONDS).store).isNull();
  }

  @Test
  void a_synchronous_event_is_fired_as_ever() {
    Order order = new Order();

    STORE.run("firer", () -> orders.select(new Now()).fire(order));

    assertThat(order.store).isEqualTo("firer");
    assertThat(order.thread).isSameAs(Thread.currentThread());
  }

  private static Order fire(java.util.function.Function<Order, CompletionStage<Order>> firing)
      throws Exception {
    CompletionStage<Order> fired = STORE.call("firer", () -> firing.apply(new Order()));
    return fired.toCompletableFuture().get(10, SECONDS);
  }

  static final class Order {
    volatile @Nullable String store;
    volatile @Nullable Thread thread;

    void seen() {
      store = STORE.getStore();
      thread = Thread.currentThread();
    }
  }

  /** Can be observed by two at the same time only. */
  static final class Meeting {
    private final CountDownLatch both = new CountDownLatch(2);
    volatile boolean missed;

    void join() throws InterruptedException {
      both.countDown();
      if (!both.await(5, SECONDS)) {
        missed = true;
      }
    }
  }

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Synchronous {}

  static final class Now extends jakarta.enterprise.util.AnnotationLiteral<Synchronous>
      implements Synchronous {
    @java.io.Serial private static final long serialVersionUID = 1L;
  }

  @ApplicationScoped
  static class Observer {
    void later(@ObservesAsync Order order) {
      order.seen();
    }

    void one(@ObservesAsync Meeting meeting) throws InterruptedException {
      meeting.join();
    }

    void other(@ObservesAsync Meeting meeting) throws InterruptedException {
      meeting.join();
    }

    void now(@jakarta.enterprise.event.Observes @Synchronous Order order) {
      order.seen();
    }
  }
}
