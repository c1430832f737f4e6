package org.asynclocal.strict;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.asynclocal.hooks.AsyncHook;
import org.asynclocal.hooks.AsyncHooks;
import org.asynclocal.hooks.AsyncResource;
import org.asynclocal.hooks.HookListener;
import org.asynclocal.internal.binding.BindingObserver;
import org.asynclocal.internal.binding.Key;
import org.asynclocal.internal.config.Message;
import org.asynclocal.internal.context.CurrentContext;
import org.asynclocal.internal.hook.HookBridge;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where storages were bound and resources created, and determines from that which handoff
 * lost a value.
 */
final class StrictObserver extends BindingObserver {
  /** The number of different places after which nothing is logged any more. */
  private static final int MOST_LOGGED = 1_000;

  private final Set<String> logged = ConcurrentHashMap.newKeySet();
  private final AsyncHook creations = AsyncHooks.createHook(new Creations()).enable();

  /** Called by reflection, when strict mode is turned on. */
  StrictObserver() {}

  void close() {
    creations.disable();
  }

  @Override
  public void bound(Key key, String storage) {
    key.remember(Bound.here());
  }

  @Override
  public void entered(Key key, String storage) {
    Bound here = Bound.here();
    if (!CurrentContext.isManaged() && AsyncHooks.executionAsyncId() == 0) {
      found(new Finding(Mistake.ENTERED_UNMANAGED, storage, null, null, here.site, null));
    }
    key.remember(here);
  }

  @Override
  public void missed(Key key, String storage) {
    Site here = Site.here();
    Bound lastBound = (Bound) key.remembered();
    AsyncResource running = AsyncHooks.executionAsyncResource();
    Mistake mistake;
    if (lastBound == null) {
      mistake = Mistake.NEVER_BOUND;
    } else if (running.asyncId() > 1 && !running.type().equals(HookBridge.HTTP_REQUEST)) {
      mistake = Mistake.REGISTERED_OUTSIDE;
    } else {
      mistake = Suspect.of(here.stack());
    }
    found(mistake, storage, lastBound, here, Creations.siteOf(running));
  }

  @Override
  public void misused(Message message, Key key, String storage) {
    Bound lastBound = (Bound) key.remembered();
    found(Mistake.of(message.id()), storage, lastBound, Site.here(), null);
  }

  private void found(
      Mistake mistake,
      String storage,
      @Nullable Bound lastBound,
      Site firstWithout,
      @Nullable Site firstWithoutCreatedAt) {
    found(
        new Finding(
            mistake,
            storage,
            lastBound == null ? null : lastBound.site,
            lastBound == null ? null : lastBound.createdAt,
            firstWithout,
            firstWithoutCreatedAt));
  }

  private void found(Finding finding) {
    String place = finding.mistake() + finding.storage() + finding.firstWithout().location();
    boolean loggedByCore =
        finding.mistake() == Mistake.SCOPE_ON_OTHER_THREAD
            || finding.mistake() == Mistake.SCOPE_OUT_OF_ORDER;
    if (!loggedByCore && logged.size() < MOST_LOGGED && logged.add(place)) {
      finding
          .mistake()
          .message()
          .report(finding.storage(), finding.firstWithout(), finding.places());
    }
    StrictMode.tell(finding);
  }

  /** Where a storage was bound, and where the resource that did it had been created. */
  private record Bound(Site site, @Nullable Site createdAt) {
    static Bound here() {
      return new Bound(Site.here(), Creations.siteOf(AsyncHooks.executionAsyncResource()));
    }
  }

  /** Remembers where each resource was created and to which request it belongs. */
  private final class Creations implements HookListener {
    private final Map<Long, Request> requests = new ConcurrentHashMap<>();

    static @Nullable Site siteOf(AsyncResource resource) {
      return (Site) resource.attributes().get(Site.class);
    }

    @Override
    public String name() {
      return "StrictMode";
    }

    @Override
    public void init(long asyncId, String type, long triggerAsyncId, AsyncResource resource) {
      resource.attributes().put(Site.class, Site.here());
      Request request = requestOf(AsyncHooks.executionAsyncResource());
      if (type.equals(HookBridge.HTTP_REQUEST)) {
        request = new Request();
        requests.put(asyncId, request);
      }
      if (request != null) {
        resource.attributes().put(Request.class, request);
      }
    }

    @Override
    public void before(long asyncId) {
      AsyncResource running = AsyncHooks.executionAsyncResource();
      Request request = requestOf(running);
      if (request != null && request.over) {
        found(Mistake.OUTLIVED_REQUEST, "", null, Site.here(), siteOf(running));
      }
    }

    @Override
    public void destroy(long asyncId) {
      Request over = requests.remove(asyncId);
      if (over != null) {
        over.over = true;
      }
    }

    private static @Nullable Request requestOf(AsyncResource resource) {
      return (Request) resource.attributes().get(Request.class);
    }
  }

  private static final class Request {
    private volatile boolean over;
  }
}
