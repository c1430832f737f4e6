package strictmode;

import static java.util.Objects.requireNonNull;
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
import org.asynclocal.Scope;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.strict.Finding;
import org.asynclocal.strict.Mistake;
import org.asynclocal.strict.Site;
import org.asynclocal.strict.StrictMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The tenth needs a server: {@code OutsideComponentIT} on WildFly. */
@DisplayName("Strict mode names the handoff, with both sites and the message's id, of")
class TenMistakesTest {
  private static final long SECONDS = 20;

  private final AsyncLocalStorage<String> storage = AsyncLocalStorage.named("request");
  private final Queue<Finding> losses = new ConcurrentLinkedQueue<>();
  private final Consumer<Finding> collector = losses::add;

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

  private @Nullable String read() {
    return storage.getStore();
  }

  private Finding only(Mistake mistake, String id) {
    assertThat(losses).hasSize(1);
    Finding loss = losses.element();
    assertThat(loss.mistake()).isEqualTo(mistake);
    assertThat(loss.text()).startsWith(id + ": ").contains(loss.firstWithout().location());
    return loss;
  }

  private static void assertAt(@Nullable Site site, String thread, String method) {
    requireNonNull(site);
    assertThat(site.thread()).as("the thread of %s", site).startsWith(thread);
    assertThat(site.location()).contains("TenMistakesTest").contains(method);
  }

  private static String thisThread() {
    return Thread.currentThread().getName();
  }

  private static void onThread(String name, Runnable task) throws InterruptedException {
    Thread thread = new Thread(task, name);
    thread.start();
    thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    assertThat(thread.isAlive()).isFalse();
  }

  @Test
  @DisplayName("(1) CompletableFuture.supplyAsync without an executor")
  void futureWithoutExecutor() {
    AsyncLocalStorage.bindRunnable(
            () -> storage.run("A", () -> CompletableFuture.supplyAsync(this::readHere).join()))
        .run();
    Finding loss = only(Mistake.FUTURE_WITHOUT_EXECUTOR, "ASYNCLOCAL-030");
    assertAt(loss.lastBound(), thisThread(), "futureWithoutExecutor");
    assertAt(loss.lastBoundCreatedAt(), thisThread(), "futureWithoutExecutor");
    assertAt(loss.firstWithout(), "", ".readHere(");
    assertThat(loss.firstWithout().thread()).isNotEqualTo(thisThread());
    assertThat(loss.text()).contains("which was created on thread '" + thisThread() + "'");
  }

  private String readHere() {
    return String.valueOf(storage.getStore());
  }

  @Test
  @DisplayName("(2) a callback that is registered outside and completed inside")
  void registeredOutside() throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    Runnable registered = AsyncLocalStorage.bindRunnable(() -> future.complete(readHere()));
    onThread("completer", () -> storage.run("A", registered::run));
    Finding loss = only(Mistake.REGISTERED_OUTSIDE, "ASYNCLOCAL-031");
    assertAt(loss.lastBound(), "completer", "registeredOutside");
    assertAt(loss.firstWithout(), "completer", ".readHere(");
    assertAt(loss.firstWithoutCreatedAt(), thisThread(), "registeredOutside");
  }

  @Test
  @DisplayName("(3) a thread that is started by hand")
  void bareThread() throws Exception {
    storage.run("A", () -> onThread("bare", this::read));
    Finding loss = only(Mistake.BARE_THREAD, "ASYNCLOCAL-032");
    assertAt(loss.lastBound(), thisThread(), "bareThread");
    assertAt(loss.firstWithout(), "bare", ".read(");
  }

  @Test
  @DisplayName("(4) a listener that a library calls from its own pool")
  void libraryPool() throws Exception {
    ExecutorService library =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "library-1"));
    try {
      storage.run("A", () -> library.submit(this::read).get(SECONDS, TimeUnit.SECONDS));
    } finally {
      library.shutdownNow();
    }
    Finding loss = only(Mistake.FOREIGN_POOL, "ASYNCLOCAL-033");
    assertAt(loss.lastBound(), thisThread(), "libraryPool");
    assertAt(loss.firstWithout(), "library-1", ".read(");
  }

  @Test
  @DisplayName("(5) a scope that is closed on another thread")
  void scopeOnOtherThread() throws Exception {
    Scope scope = storage.withScope("A");
    onThread("other", () -> close(scope));
    scope.close();
    Finding loss = only(Mistake.SCOPE_ON_OTHER_THREAD, "ASYNCLOCAL-001");
    assertAt(loss.lastBound(), thisThread(), "scopeOnOtherThread");
    assertAt(loss.firstWithout(), "other", ".close(");
  }

  private static void close(Scope scope) {
    scope.close();
  }

  @Test
  @DisplayName("(6) a scope that is closed out of order")
  void scopeOutOfOrder() {
    Scope outer = storage.withScope("A");
    Scope inner = storage.withScope("B");
    close(outer);
    inner.close();
    Finding loss = only(Mistake.SCOPE_OUT_OF_ORDER, "ASYNCLOCAL-002");
    assertAt(loss.lastBound(), thisThread(), "scopeOutOfOrder");
    assertAt(loss.firstWithout(), thisThread(), ".close(");
  }

  @Test
  @DisplayName("(7) a scope that is closed twice")
  void scopeTwice() {
    Scope scope = storage.withScope("A");
    scope.close();
    close(scope);
    Finding loss = only(Mistake.SCOPE_CLOSED_TWICE, "ASYNCLOCAL-006");
    assertAt(loss.lastBound(), thisThread(), "scopeTwice");
    assertAt(loss.firstWithout(), thisThread(), ".close(");
  }

  @Test
  @DisplayName("(7) a scope that is never closed, in a run and in a bound callback")
  void scopeNever() {
    storage.run("A", this::open);
    Finding loss = only(Mistake.SCOPE_NEVER_CLOSED, "ASYNCLOCAL-007");
    assertAt(loss.lastBound(), thisThread(), ".open(");
    assertAt(loss.firstWithout(), thisThread(), "scopeNever");
    losses.clear();
    AsyncLocalStorage.snapshot().run(this::open);
    loss = only(Mistake.SCOPE_NEVER_CLOSED, "ASYNCLOCAL-007");
    assertAt(loss.lastBound(), thisThread(), ".open(");
    assertAt(loss.lastBoundCreatedAt(), thisThread(), "scopeNever");
  }

  private void open() {
    storage.withScope("left open");
  }

  @Test
  @DisplayName("(8) enterWith on a thread that is not managed, pooled or not")
  void enteredUnmanaged() throws Exception {
    onThread("unmanaged", this::enter);
    assertAt(
        only(Mistake.ENTERED_UNMANAGED, "ASYNCLOCAL-034").firstWithout(), "unmanaged", ".enter(");
    losses.clear();
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "pooled-1"));
    try {
      pool.submit(this::enter).get(SECONDS, TimeUnit.SECONDS);
    } finally {
      pool.shutdownNow();
    }
    assertAt(
        only(Mistake.ENTERED_UNMANAGED, "ASYNCLOCAL-034").firstWithout(), "pooled-1", ".enter(");
  }

  private void enter() {
    storage.enterWith("A");
  }

  @Test
  @DisplayName("(9) work that begins after its request, and of none before")
  void outlivedRequest() throws Exception {
    AsyncResource request = new AsyncResource("HTTPREQUEST");
    Runnable late = request.callInAsyncScope(() -> AsyncLocalStorage.bindRunnable(() -> {}));
    late.run();
    assertThat(losses).as("while the request lasts").isEmpty();
    endAndTell(request);
    onThread("late", () -> runLate(late));
    Finding loss = only(Mistake.OUTLIVED_REQUEST, "ASYNCLOCAL-035");
    assertAt(loss.firstWithout(), "late", ".runLate(");
    assertAt(loss.firstWithoutCreatedAt(), thisThread(), "outlivedRequest");
    assertThat(requireNonNull(loss.firstWithoutCreatedAt()).resource()).startsWith("HTTPREQUEST(");
  }

  private static void runLate(Runnable late) {
    late.run();
  }

  /** Ends the request, and waits until the hooks have been told: they are in order. */
  private static void endAndTell(AsyncResource request) throws InterruptedException {
    AsyncResource witness = new AsyncResource("WITNESS");
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
    request.emitDestroy();
    witness.emitDestroy();
    assertThat(told.await(SECONDS, TimeUnit.SECONDS)).isTrue();
    hook.disable();
  }
}
