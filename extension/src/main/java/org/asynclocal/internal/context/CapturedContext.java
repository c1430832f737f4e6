package org.asynclocal.internal.context;

import java.io.NotSerializableException;
import java.io.ObjectStreamException;
import java.io.Serial;
import java.io.Serializable;
import org.asynclocal.internal.config.CoreMessages;
import org.asynclocal.internal.hook.ResourceHandle;
import org.jspecify.annotations.Nullable;

/**
 * A frame, as the providers return it to other runtimes for a snapshot. Serializable by type alone,
 * since runtimes ask for that before they serialize a contextual proxy; the attempt is refused with
 * the reason.
 */
public abstract class CapturedContext implements Serializable {
  /** The name of our context type in every configuration. */
  public static final String TYPE = "AsyncLocalStorage";

  @Serial private static final long serialVersionUID = 1L;

  protected final transient ContextFrame frame;

  /** The resource of this capture; null where no hook was enabled. */
  protected final transient @Nullable ResourceHandle resource;

  protected CapturedContext(ContextFrame frame, @Nullable ResourceHandle resource) {
    this.frame = frame;
    this.resource = resource;
    if (resource == null) {
      frame.captured(this);
    }
  }

  @Serial
  protected final Object writeReplace() throws ObjectStreamException {
    throw new NotSerializableException(CoreMessages.NOT_SERIALIZABLE.text());
  }
}
