package org.asynclocal.cdi.internal.rest;

import java.util.function.Supplier;
import org.asynclocal.internal.context.ContextFrame;
import org.jspecify.annotations.Nullable;

/** Continues a request on another thread. Thread-safe. */
public interface RequestContinuation {

  /** Calls the operation as a part of the request. */
  <R extends @Nullable Object> R call(Supplier<R> op);

  /** Captures what a request needs to continue. A runtime may have a bean of this type. */
  interface Factory {
    /** Captures the request of the current thread. */
    RequestContinuation capture();
  }

  /** Captures the stores of the request. */
  static RequestContinuation ofStores() {
    ContextFrame frame = ContextFrame.capture();
    return new RequestContinuation() {
      @Override
      public <R extends @Nullable Object> R call(Supplier<R> op) {
        return frame.call(op::get);
      }
    };
  }
}
