package org.asynclocal.internal.context;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serial;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * A frame, as the providers return it to other runtimes for a snapshot. It can be serialized, since
 * runtimes serialize it with a contextual proxy; but stores stay in their process, so that it is a
 * snapshot of nothing when it is read back. The first one that loses stores in this way is
 * reported.
 */
public abstract class CapturedContext implements Serializable {
  /** The name of our context type in every configuration. */
  public static final String TYPE = "AsyncLocalStorage";

  @Serial private static final long serialVersionUID = 2L;

  private static final AtomicBoolean REPORTED = new AtomicBoolean();

  /** The frame; null after it was read back. */
  private final transient @Nullable ContextFrame frame;

  /** The resource of this capture; null where no hook was enabled. */
  protected final transient @Nullable ResourceHandle resource;

  protected CapturedContext(ContextFrame frame, @Nullable ResourceHandle resource) {
    this.frame = frame;
    this.resource = resource;
    if (resource == null) {
      frame.captured(this);
    }
  }

  /** Returns the frame; the empty one after this was read back. */
  protected final ContextFrame frame() {
    return frame == null ? ContextFrame.empty() : frame;
  }

  @Serial
  private void writeObject(ObjectOutputStream out) throws IOException {
    if (!frame().isEmpty() && REPORTED.compareAndSet(false, true)) {
      CoreMessages.NOT_SERIALIZED.report();
    }
    out.defaultWriteObject();
  }
}
