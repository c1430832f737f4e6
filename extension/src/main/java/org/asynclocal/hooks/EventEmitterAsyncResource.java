package org.asynclocal.hooks;

/**
 * An emitter whose listeners run as a resource of its own: with the storages that were in force
 * where the emitter was made. Counterpart of Node.js' class of that name.
 *
 * @param <E> the type of what is emitted
 */
public class EventEmitterAsyncResource<E> extends EventEmitter<E> {
  private final Resource resource;

  /** Makes an emitter whose resource has the class's simple name as its type; for subclasses. */
  protected EventEmitterAsyncResource() {
    this.resource = new Resource(getClass().getSimpleName(), new AsyncResource.Options(), this);
  }

  /**
   * Makes an emitter.
   *
   * @param name the type of its resource
   */
  public EventEmitterAsyncResource(String name) {
    this(name, new AsyncResource.Options());
  }

  /**
   * Makes an emitter.
   *
   * @param name the type of its resource
   * @param options options of its resource
   */
  public EventEmitterAsyncResource(String name, AsyncResource.Options options) {
    this.resource = new Resource(name, options, this);
  }

  /** Emits in the scope of the resource. */
  @Override
  public boolean emit(String event, E payload) {
    return resource.<Boolean, RuntimeException>callInAsyncScope(() -> super.emit(event, payload));
  }

  /**
   * The resource.
   *
   * @return the resource that listeners run as
   */
  public final Resource asyncResource() {
    return resource;
  }

  /**
   * The resource's id.
   *
   * @return what {@link AsyncResource#asyncId} of the resource returns
   */
  public final long asyncId() {
    return resource.asyncId();
  }

  /**
   * The id of what triggered the resource.
   *
   * @return what {@link AsyncResource#triggerAsyncId} of the resource returns
   */
  public final long triggerAsyncId() {
    return resource.triggerAsyncId();
  }

  /** Tells the hooks that the resource will not run again. */
  public final void emitDestroy() {
    resource.emitDestroy();
  }

  /** An emitter's resource. */
  public static final class Resource extends AsyncResource {
    private final EventEmitterAsyncResource<?> emitter;

    private Resource(String type, Options options, EventEmitterAsyncResource<?> emitter) {
      super(type, options);
      this.emitter = emitter;
    }

    /**
     * The emitter.
     *
     * @return whose resource this is
     */
    public EventEmitterAsyncResource<?> eventEmitter() {
      return emitter;
    }
  }
}
