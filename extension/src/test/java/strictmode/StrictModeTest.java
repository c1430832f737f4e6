package strictmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;
import org.asynclocal.Scope;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.strict.Loss;
import org.asynclocal.strict.Mistake;
import org.asynclocal.strict.Site;
import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StrictModeTest {
  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("request");
  private final Queue<Loss> losses = new ConcurrentLinkedQueue<>();
  private final Consumer<Loss> collector = losses::add;

  @BeforeEach
  void enable() {
    StrictMode.enable();
    StrictMode.addListener(collector);
  }

  @AfterEach
  void disable() {
    StrictMode.removeListener(collector);
    StrictMode.disable();
  }

  private Loss onlyLoss() {
    assertThat(losses).hasSize(1);
    return losses.element();
  }

  @Test
  void readingAStoreThatIsThereOrHasADefaultIsNoLoss() {
    AsyncLocalStorage<String> withDefault =
        AsyncLocalStorage.<String>builder().defaultValue("d").build();
    storage.run("A", () -> assertThat(storage.getStore()).isEqualTo("A"));
    storage.exit(() -> assertThat(storage.getStore()).isNull());
    withDefault.getStore();
    assertThat(storage.isBound()).isFalse();
    assertThat(losses).isEmpty();
  }

  @Test
  void aFutureWithoutAnExecutorIsNamed() {
    storage.run("A", () -> CompletableFuture.supplyAsync(storage::getStore).join());
    Loss loss = onlyLoss();
    assertThat(loss.mistake()).isEqualTo(Mistake.FUTURE_WITHOUT_EXECUTOR);
    assertThat(loss.firstWithout().thread()).isNotEqualTo(Thread.currentThread().getName());
    assertThat(loss.lastBound())
        .extracting(Site::thread)
        .isEqualTo(Thread.currentThread().getName());
    assertThat(loss.text())
        .startsWith("ASYNCLOCAL-030")
        .contains("request")
        .contains("StrictModeTest.aFutureWithoutAnExecutorIsNamed");
  }

  @Test
  void aCallbackRegisteredOutsideAndCompletedInsideIsNamedWithItsRegistration() {
    Runnable registered = AsyncLocalStorage.bindRunnable(storage::getStore);
    storage.run("A", registered::run);
    Loss loss = onlyLoss();
    assertThat(loss.mistake()).isEqualTo(Mistake.REGISTERED_OUTSIDE);
    assertThat(loss.createdAt())
        .extracting(Site::location)
        .asString()
        .contains("aCallbackRegisteredOutsideAndCompletedInsideIsNamedWithItsRegistration");
  }

  @Test
  void aThreadStartedByHandIsNamed() throws Exception {
    storage.run(
        "A",
        () -> {
          Thread thread = new Thread(storage::getStore, "bare");
          thread.start();
          thread.join(TimeUnit.SECONDS.toMillis(10));
        });
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.BARE_THREAD);
    assertThat(onlyLoss().firstWithout().thread()).isEqualTo("bare");
  }

  @Test
  void aListenerCalledFromALibrarysPoolIsNamed() throws Exception {
    ExecutorService library = Executors.newSingleThreadExecutor();
    try {
      storage.run("A", () -> library.submit(storage::getStore).get(10, TimeUnit.SECONDS));
    } finally {
      library.shutdownNow();
    }
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.FOREIGN_POOL);
  }

  @Test
  void aScopeClosedOnAnotherThreadIsNamed() throws Exception {
    Scope scope = storage.withScope("A");
    Thread other = new Thread(scope::close, "other");
    other.start();
    other.join(TimeUnit.SECONDS.toMillis(10));
    scope.close();
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.SCOPE_ON_OTHER_THREAD);
    assertThat(onlyLoss().firstWithout().thread()).isEqualTo("other");
  }

  @Test
  void aScopeClosedOutOfOrderIsNamed() {
    Scope outer = storage.withScope("A");
    Scope inner = storage.withScope("B");
    outer.close();
    inner.close();
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.SCOPE_OUT_OF_ORDER);
    assertThat(onlyLoss().firstWithout().location()).contains("aScopeClosedOutOfOrderIsNamed");
  }

  @Test
  void aScopeClosedTwiceIsNamed() {
    Scope scope = storage.withScope("A");
    scope.close();
    scope.close();
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.SCOPE_CLOSED_TWICE);
  }

  @Test
  void aScopeThatIsNeverClosedIsNamedWhenWhatSurroundsItEnds() {
    storage.run("A", () -> storage.withScope("B"));
    ContextSnapshot.capture().run(() -> storage.withScope("C"));
    assertThat(losses)
        .extracting(Loss::mistake)
        .containsOnly(Mistake.SCOPE_NEVER_CLOSED)
        .hasSize(2);
    assertThat(losses.element().lastBound())
        .extracting(Site::location)
        .asString()
        .contains("aScopeThatIsNeverClosedIsNamedWhenWhatSurroundsItEnds");
  }

  @Test
  void enterWithOnAThreadThatNobodyManagesIsNamed() throws Exception {
    Thread unmanaged = new Thread(() -> storage.enterWith("A"), "unmanaged");
    unmanaged.start();
    unmanaged.join(TimeUnit.SECONDS.toMillis(10));
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.ENTERED_UNMANAGED);
  }

  @Test
  void enterWithInsideARunOrABoundTaskIsNoMistake() {
    storage.run("A", () -> storage.enterWith("B"));
    ContextSnapshot.capture().run(() -> storage.enterWith("C"));
    assertThat(losses).isEmpty();
  }

  @Test
  void workThatBeginsAfterItsRequestIsNamed() throws Exception {
    AsyncResource request = new AsyncResource("HTTPREQUEST");
    AsyncResource witness = new AsyncResource("WITNESS");
    Runnable late = request.callInAsyncScope(() -> AsyncLocalStorage.bindRunnable(() -> {}));
    late.run();
    assertThat(losses).as("while the request lasts").isEmpty();
    request.emitDestroy();
    CountDownLatch told = new CountDownLatch(1);
    AsyncHook hook =
        AsyncHooks.createHook(
                new HookListener() {
                  @Override
                  public void destroy(long asyncId) {
                    if (asyncId == witness.asyncId()) {
                      told.countDown();
                    }
                  }
                })
            .enable();
    witness.emitDestroy();
    assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
    hook.disable();
    late.run();
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.OUTLIVED_REQUEST);
  }

  @Test
  void aListenerThatThrowsDoesNotReachTheReader() {
    Consumer<Loss> broken =
        loss -> {
          throw new IllegalStateException("broken");
        };
    StrictMode.addListener(broken);
    try {
      assertThat(storage.getStore()).isNull();
    } finally {
      StrictMode.removeListener(broken);
    }
    assertThat(onlyLoss().mistake()).isEqualTo(Mistake.NEVER_BOUND);
  }
}
