package org.asynclocal.cdi;

import org.asynclocal.RunnableOp;
import org.asynclocal.bridge.HeaderCarrier;

/**
 * Lets storages travel with messages, as they do with requests: those that the configuration names,
 * as text, in the message's headers. An application injects it where it sends and where it
 * receives.
 *
 * <pre>{@code
 * remoteStores.send(headersOf(message));                          // before it is sent
 * remoteStores.receive(headersOf(message), () -> handle(message)); // where it came
 * }</pre>
 *
 * <p>Thread-safe.
 */
public interface RemoteStores {

  /**
   * Adds the current values to the headers of a message that is about to be sent.
   *
   * @param headers the message's headers
   * @throws NullPointerException if the headers are null
   */
  void send(HeaderCarrier headers);

  /**
   * Runs the operation with what came with a message, and with nothing that the thread had before,
   * which it has again afterwards.
   *
   * @param headers the message's headers
   * @param op the operation
   * @param <X> what it may throw
   * @throws X what the operation throws
   * @throws NullPointerException if an argument is null
   */
  <X extends Throwable> void receive(HeaderCarrier headers, RunnableOp<X> op) throws X;
}
