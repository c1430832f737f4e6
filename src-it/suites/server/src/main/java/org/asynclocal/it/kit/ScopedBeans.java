package org.asynclocal.it.kit;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A bean in each scope that is carried. */
public final class ScopedBeans {
  private ScopedBeans() {}

  /** A value, and whether the container has ended the bean's life. */
  public abstract static class Value implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private @Nullable String value;
    private boolean destroyed;

    public @Nullable String get() {
      return value;
    }

    public void set(String value) {
      this.value = value;
    }

    public boolean isDestroyed() {
      return destroyed;
    }

    @PreDestroy
    void destroy() {
      destroyed = true;
    }
  }

  /** Lives with the request. */
  @RequestScoped
  public static class OfRequest extends Value {
    @Serial private static final long serialVersionUID = 1L;
  }

  /** Lives with the session. */
  @SessionScoped
  public static class OfSession extends Value {
    @Serial private static final long serialVersionUID = 1L;
  }

  /** Lives with the conversation. */
  @ConversationScoped
  public static class OfConversation extends Value {
    @Serial private static final long serialVersionUID = 1L;
  }

  /** Opens a request scope of its own. */
  @Dependent
  public static class OtherRequest {
    @Inject OfRequest request;

    /** The value of the request's bean after the action; it was "other" before. */
    @ActivateRequestContext
    public @Nullable String around(Runnable action) {
      request.set("other");
      action.run();
      return request.get();
    }
  }
}
