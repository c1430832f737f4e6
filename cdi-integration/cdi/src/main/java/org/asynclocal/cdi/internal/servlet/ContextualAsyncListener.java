package org.asynclocal.cdi.internal.servlet;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.io.IOException;
import org.asynclocal.AsyncLocalStorage;
import org.asynclocal.ContextSnapshot;

/** Calls a listener with the stores that were bound where it was registered. */
final class ContextualAsyncListener implements AsyncListener {
  private final AsyncListener listener;
  private final ContextSnapshot registered = AsyncLocalStorage.snapshot();

  ContextualAsyncListener(AsyncListener listener) {
    this.listener = listener;
  }

  @Override
  public void onComplete(AsyncEvent event) throws IOException {
    registered.<IOException>run(() -> listener.onComplete(event));
  }

  @Override
  public void onTimeout(AsyncEvent event) throws IOException {
    registered.<IOException>run(() -> listener.onTimeout(event));
  }

  @Override
  public void onError(AsyncEvent event) throws IOException {
    registered.<IOException>run(() -> listener.onError(event));
  }

  @Override
  public void onStartAsync(AsyncEvent event) throws IOException {
    registered.<IOException>run(() -> listener.onStartAsync(event));
  }
}
