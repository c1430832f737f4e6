package org.asynclocal.examples.recording;

import static java.util.concurrent.TimeUnit.SECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import org.asynclocal.examples.recording.RecordedEvent.KnownContext;
import org.asynclocal.examples.request.CurrentRequest;
import org.asynclocal.examples.request.CurrentTransaction;
import org.asynclocal.examples.request.RequestOpened;
import org.asynclocal.examples.security.Caller;
import org.jspecify.annotations.Nullable;

/** The recordings of the last requests that asked for one. Thread-safe. */
@ApplicationScoped
public class Recordings {
  /** The request attribute that holds a recording until the request has an id. */
  static final String ATTRIBUTE = Recordings.class.getName();

  private static final int MAX_KEPT = 32;
  private static final long MAX_SECONDS = 20;

  @Inject private CurrentRequest request;
  @Inject private Caller caller;
  @Inject private CurrentTransaction transaction;

  @Resource private ManagedScheduledExecutorService timer;

  private final Map<String, Kept> kept = new LinkedHashMap<>();

  /**
   * Starts a recording of the next request on this thread. It ends after 20 seconds at the latest,
   * because a resource that is never destroyed would keep the hook enabled.
   *
   * @return the recording
   */
  Kept start() {
    Recording[] started = new Recording[1];
    Future<?> timeout = timer.schedule(() -> started[0].close(), MAX_SECONDS, SECONDS);
    started[0] = Recording.ofNextRequest(this::context);
    return new Kept(started[0], timeout);
  }

  /** Keeps the request's recording, if it has one, and drops the oldest if there are too many. */
  synchronized void keep(@Observes RequestOpened opened) {
    if (!(opened.request().getAttribute(ATTRIBUTE) instanceof Kept recording)) {
      return;
    }
    Kept before = kept.put(opened.id(), recording);
    if (before != null) {
      before.close();
    }
    if (kept.size() > MAX_KEPT) {
      Iterator<Kept> oldest = kept.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
  }

  /**
   * Returns the recording of a request.
   *
   * @param requestId the request's id
   * @return the recording; null if there is none or it was dropped
   */
  public synchronized @Nullable Recording of(String requestId) {
    Kept found = kept.get(requestId);
    return found == null ? null : found.recording;
  }

  @PreDestroy
  synchronized void closeAll() {
    kept.values().forEach(Kept::close);
  }

  private KnownContext context() {
    return new KnownContext(request.id(), caller.name(), transaction.label());
  }

  /** A recording, and the timer that ends it. */
  record Kept(Recording recording, Future<?> timeout) {
    void close() {
      timeout.cancel(false);
      recording.close();
    }
  }
}
