package org.asynclocal.server.internal.liberty;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.asynclocal.server.internal.support.OnceController;
import org.asynclocal.server.internal.support.ServerMessages;
import org.eclipse.microprofile.context.spi.ThreadContextProvider;
import org.eclipse.microprofile.context.spi.ThreadContextSnapshot;

/**
 * Takes no asynchronous stage from inside a transaction that the server keeps on one thread. The
 * server itself would fail the stage when it begins, and mark the transaction for rollback. It
 * begins its own contexts first, so that nothing can be done about it then; but it captures for a
 * stage while that is registered, where the specification allows a provider to refuse. A stage that
 * is not asynchronous is another matter: it may well run on the transaction's thread.
 *
 * <p>Carries nothing. The server makes the one object; of no use to applications.
 */
public final class StageGuard implements ThreadContextProvider {
  /** Of the executors and thread contexts that carry the transaction, beside the server's own. */
  static final String TYPE = "AsyncLocalStageGuard";

  private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

  @Override
  public ThreadContextSnapshot currentContext(Map<String, String> props) {
    if (TransactionGuard.isInTransaction() && isForAsynchronousStage()) {
      throw new IllegalStateException(
          ServerMessages.TRANSACTION_STAYS.text("An asynchronous stage"));
    }
    return OnceController::new;
  }

  @Override
  public ThreadContextSnapshot clearedContext(Map<String, String> props) {
    return OnceController::new;
  }

  @Override
  public String getThreadContextType() {
    return TYPE;
  }

  /** The server doesn't say what it captures for; the method of its future that asks does. */
  private static boolean isForAsynchronousStage() {
    return STACK.walk(
        frames ->
            frames
                .dropWhile(frame -> !isOfServersFuture(frame))
                .takeWhile(StageGuard::isOfServersFuture)
                .anyMatch(frame -> frame.getMethodName().endsWith("Async")));
  }

  private static boolean isOfServersFuture(StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return CompletionStage.class.isAssignableFrom(type) && type != CompletableFuture.class;
  }
}
