package org.asynclocal.junit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.asynclocal.internal.context.ContextFrame;
import org.asynclocal.strict.Finding;
import org.asynclocal.strict.StrictMode;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Runs each test in strict mode. A test fails if a store is lost on any thread while it runs, or if
 * it leaves a store behind on its own thread.
 *
 * <pre>{@code
 * @ExtendWith(StrictStores.class)
 * class OrderServiceTest { ... }
 * }</pre>
 *
 * <p>Strict mode applies to the whole process, so do not run such tests in parallel with tests that
 * lose stores on purpose.
 *
 * @since 1.0
 */
public final class StrictStores implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(StrictStores.class);

  /** Created by JUnit. */
  public StrictStores() {}

  @Override
  public void beforeEach(ExtensionContext context) {
    Findings findings = new Findings(StrictMode.isEnabled(), ContextFrame.capture());
    context.getStore(NAMESPACE).put(Findings.class, findings);
    StrictMode.enable();
    StrictMode.addListener(findings);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Findings findings = context.getStore(NAMESPACE).remove(Findings.class, Findings.class);
    StrictMode.removeListener(findings);
    if (!findings.wasEnabled) {
      StrictMode.disable();
    }
    findings.verify();
  }

  private static final class Findings implements Consumer<Finding> {
    private final Queue<Finding> all = new ConcurrentLinkedQueue<>();
    private final boolean wasEnabled;
    private final ContextFrame before;

    Findings(boolean wasEnabled, ContextFrame before) {
      this.wasEnabled = wasEnabled;
      this.before = before;
    }

    @Override
    public void accept(Finding finding) {
      all.add(finding);
    }

    void verify() {
      if (!all.isEmpty()) {
        throw new AssertionError(
            all.stream().map(Finding::text).collect(Collectors.joining(System.lineSeparator())));
      }
      ContextFrame after = ContextFrame.capture();
      if (after != before) {
        throw new AssertionError(
            "The test left the thread with other stores than it found: "
                + before
                + " before, "
                + after
                + " after. Use run or withScope instead of enterWith, and close every scope.");
      }
    }
  }
}
