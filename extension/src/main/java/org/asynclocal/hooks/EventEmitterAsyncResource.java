package org.asynclocal.hooks;

/**
 * An emitter that is a resource: its listeners run with the storages of the code that created it,
 * whichever code emits.
 *
 * <pre>{@code
 * EventEmitterAsyncResource<Message> emitter = new EventEmitterAsyncResource<>("CONNECTION");
 * emitter.once("message", message -> handle(message)).on("close", unused -> release());
 * emitter.emit("message", received); // on any thread
 * }</pre>
 *
 * <p>The counterpart of Node.js' class of the same name.
 *
 * @param <E> the type of the payload
 * @since 1.0
 */
public class EventEmitterAsyncResource<E> extends EventEmitter<E> {
  private final Resource resource;

  /** Creates an emitter whose resource has the simple name of the class as its type. */
  protected EventEmitterAsyncResource() {
    this.resource = new Resource(getClass().getSimpleName(), new AsyncResource.Options(), this);
  }

  /**
   * Creates an emitter.
   *
   * @param name the type of its resource
   */
  public EventEmitterAsyncResource(String name) {
    this(name, new AsyncResource.Options());
  }

  /**
   * Creates an emitter.
   *
   * @param name the type of its resource
   * @param options options of its resource
   */
  public EventEmitterAsyncResource(String name, AsyncResource.Options options) {
    this.resource = new Resource(name, options, this);
  }

  /** Calls the event's listeners in the scope of the resource. */
  @Override
  public boolean emit(String event, E payload) {
    return resource.<Boolean, RuntimeException>callInAsyncScope(() -> super.emit(event, payload));
  }

  /**
   * Returns the resource of this emitter.
   *
   * @return the resource in whose scope listeners run
   */
  public final Resource asyncResource() {
    return resource;
  }

  /**
   * Returns the resource's id.
   *
   * @return the same as {@link AsyncResource#asyncId}
   */
  public final long asyncId() {
    return resource.asyncId();
  }

  /**
   * Returns the id of the resource that triggered this one.
   *
   * @return the same as {@link AsyncResource#triggerAsyncId}
   */
  public final long triggerAsyncId() {
    return resource.triggerAsyncId();
  }

  /** Delivers {@code destroy} to the hooks, as {@link AsyncResource#emitDestroy} does. */
  public final void emitDestroy() {
    resource.emitDestroy();
  }

  /**
   * An emitter's resource.
   *
   * @since 1.0
   */
  public static final class Resource extends AsyncResource {
    private final EventEmitterAsyncResource<?> emitter;

    private Resource(String type, Options options, EventEmitterAsyncResource<?> emitter) {
      super(type, options);
      this.emitter = emitter;
    }

    /**
     * Returns the emitter.
     *
     * @return the emitter that this resource belongs to
     */
    public EventEmitterAsyncResource<?> eventEmitter() {
      return emitter;
    }
  }
}
